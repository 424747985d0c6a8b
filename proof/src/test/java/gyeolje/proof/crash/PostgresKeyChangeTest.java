package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresKeyChangeTest extends KeyChangeContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }
}
