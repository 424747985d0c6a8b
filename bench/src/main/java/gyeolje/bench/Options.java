package gyeolje.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a run is to be.
 *
 * @param postgresUrl empty: a server of the benchmark's own
 * @param figure how long each figure is measured; it is warmed up for half of that
 * @param merchants how many there are when there are many
 * @param slowConnections how many connections wait for a slow acquirer
 * @param gatewayOptions further Java options of the gateway's process, as for a flight recording
 */
record Options(
        boolean postgres,
        Optional<String> postgresUrl,
        int connections,
        int slowConnections,
        Duration figure,
        int merchants,
        Path folder,
        List<String> gatewayOptions,
        List<String> only) {
    double seconds() {
        return figure.toMillis() / 1e3;
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }
}
