package gyeolje.bench.child;

import gyeolje.bench.Town;
import gyeolje.bench.profile.Flight;
import gyeolje.core.payment.PaymentStore;
import gyeolje.gateway.Gateway;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.gateway.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The gateway as it is served to merchants. */
final class GatewayPart implements Part {
    private static final String PROFILED = "profiled ";

    private final Gateway gateway;
    private Optional<Flight> flight = Optional.empty();

    private GatewayPart(Gateway gateway) {
        this.gateway = gateway;
    }

    static GatewayPart start(Path configuration, int merchants) throws Exception {
        return start(configuration, merchants, UnaryOperator.identity());
    }

    /** What everything but the store takes. */
    static GatewayPart startWithoutStore(Path configuration, int merchants) throws Exception {
        return start(configuration, merchants, _ -> new NoStore());
    }

    private static GatewayPart start(Path configuration, int merchants, UnaryOperator<PaymentStore> record)
            throws Exception {
        var time = Time.system();
        var settings = SettingsFile.read(configuration, Map.of());
        var gateway = Gateway.start(settings, time, new TransactionIds(time), record);
        for (var merchant : Town.merchants(merchants)) gateway.merchants().add(merchant, "bench");
        return new GatewayPart(gateway);
    }

    @Override
    public int port() {
        return gateway.port();
    }

    /** `profile` begins a flight recording, `profiled` and a file end it there. */
    @Override
    public String command(String line) throws IOException {
        if (line.equals("profile")) {
            flight = Optional.of(Flight.start());
            return "recording";
        }
        if (!line.startsWith(PROFILED)) throw new IllegalArgumentException(line);
        try (var landing = flight.orElseThrow()) {
            landing.land(Path.of(line.substring(PROFILED.length())));
        }
        flight = Optional.empty();
        return "recorded";
    }

    @Override
    public void close() {
        gateway.close();
    }
}
