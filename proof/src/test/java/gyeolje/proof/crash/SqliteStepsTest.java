package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteStepsTest extends StepsContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
