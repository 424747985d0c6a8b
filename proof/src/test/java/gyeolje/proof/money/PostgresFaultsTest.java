package gyeolje.proof.money;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresFaultsTest extends FaultsContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }
}
