package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteKillTest extends KillContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }

    @Override
    int kills() {
        return 120;
    }

    @Override
    int gateways() {
        return 3;
    }
}
