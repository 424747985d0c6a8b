package gyeolje.proof.money;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresRacesTest extends RacesContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }
}
