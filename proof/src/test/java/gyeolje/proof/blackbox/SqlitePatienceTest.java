package gyeolje.proof.blackbox;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqlitePatienceTest extends PatienceContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.sqlite(folder);
    }
}
