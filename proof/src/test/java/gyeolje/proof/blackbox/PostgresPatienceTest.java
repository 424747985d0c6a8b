package gyeolje.proof.blackbox;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresPatienceTest extends PatienceContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }
}
