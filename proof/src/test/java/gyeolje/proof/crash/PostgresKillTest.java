package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresKillTest extends KillContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }

    @Override
    int kills() {
        return 20;
    }

    @Override
    int gateways() {
        return 2;
    }
}
