package gyeolje.proof.money;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteFaultsTest extends FaultsContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
