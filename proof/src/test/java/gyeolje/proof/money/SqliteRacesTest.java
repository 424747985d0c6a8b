package gyeolje.proof.money;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteRacesTest extends RacesContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
