package gyeolje.proof.network;

import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Place;
import java.nio.file.Path;
import java.util.List;

/** The store has no part in what a line does, so a few scripts are enough here. */
final class PostgresNetworkTest extends NetworkContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }

    @Override
    List<Scripts> scripts() {
        return Scripts.all().stream()
                .filter(script -> List.of(Kind.RESET, Kind.HALF_CLOSE)
                        .contains(script.fault().kind()))
                .toList();
    }
}
