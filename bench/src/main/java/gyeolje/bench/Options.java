package gyeolje.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a run is to be.
 *
 * @param postgresUrl empty: a server of the benchmark's own
 * @param slowConnections how many connections wait for a slow acquirer
 * @param overloadConnections how many requests clients may have under way while they ask for twice the capacity
 * @param inFlight how many pays are under way at once in a crowd
 * @param stored how many payments a store holds already; 0: that is not measured
 * @param figure how long each figure is measured; what is measured is warmed up first
 * @param merchants how many there are when there are many
 * @param gatewayOptions further Java options of the gateway's process
 * @param profile where profiles of the gateway go
 */
record Options(
        boolean postgres,
        Optional<String> postgresUrl,
        int connections,
        int slowConnections,
        int overloadConnections,
        int inFlight,
        long stored,
        Duration figure,
        int merchants,
        Path folder,
        List<String> gatewayOptions,
        Optional<Path> profile,
        Set<Part> parts) {
    double seconds() {
        return figure.toMillis() / 1e3;
    }

    boolean wants(Part part) {
        return parts.contains(part);
    }
}
