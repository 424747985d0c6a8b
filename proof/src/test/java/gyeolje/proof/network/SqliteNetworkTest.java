package gyeolje.proof.network;

import gyeolje.proof.world.Place;
import java.nio.file.Path;
import java.util.List;

final class SqliteNetworkTest extends NetworkContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }

    @Override
    List<Scripts> scripts() {
        return Scripts.all();
    }
}
