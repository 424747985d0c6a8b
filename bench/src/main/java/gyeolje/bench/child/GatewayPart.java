package gyeolje.bench.child;

import gyeolje.bench.Town;
import gyeolje.gateway.Gateway;
import gyeolje.gateway.settings.SettingsFile;
import java.nio.file.Path;
import java.util.Map;

/** The gateway as it is served to merchants. */
record GatewayPart(Gateway gateway) implements Part {
    static GatewayPart start(Path configuration, int merchants) throws Exception {
        var gateway = Gateway.start(SettingsFile.read(configuration, Map.of()));
        for (var merchant : Town.merchants(merchants)) gateway.merchants().add(merchant, "bench");
        return new GatewayPart(gateway);
    }

    @Override
    public int port() {
        return gateway.port();
    }

    @Override
    public String command(String line) {
        throw new IllegalArgumentException(line);
    }

    @Override
    public void close() {
        gateway.close();
    }
}
