package gyeolje.proof.blackbox;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteTransportTest extends TransportContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.sqlite(folder);
    }
}
