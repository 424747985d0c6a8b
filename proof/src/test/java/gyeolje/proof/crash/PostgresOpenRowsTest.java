package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresOpenRowsTest extends OpenRowsContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }
}
