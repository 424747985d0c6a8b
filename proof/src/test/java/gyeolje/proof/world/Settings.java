package gyeolje.proof.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The configuration of a test's gateway, on ports that the system chooses.
 *
 * @param deadline of one call upstream
 * @param guard how long "not found" is not yet final
 */
public record Settings(Place place, int acquirerPort, String deadline, String guard, boolean inquiryByOrder) {
    /** How much time things are given. */
    @FunctionalInterface
    interface Pace {
        Settings of(Place place, int acquirerPort);
    }

    public static Settings patient(Place place, int acquirerPort) {
        return new Settings(place, acquirerPort, "20s", "2s", true);
    }

    /** Gives an acquirer that does not answer up soon, and settles doubts soon. */
    public static Settings hasty(Place place, int acquirerPort) {
        return new Settings(place, acquirerPort, "5s", "8s", true);
    }

    public Settings unableToAskByOrder() {
        return new Settings(place, acquirerPort, deadline, guard, false);
    }

    public Path writeTo(Path folder) throws IOException {
        return writeTo(folder, "");
    }

    /**
     * As above.
     *
     * @param proxies whose `X-Forwarded-For` counts
     */
    public Path writeTo(Path folder, String proxies) throws IOException {
        return Files.writeString(folder.resolve("gyeolje.yaml"), """
                http: {port: 0, trusted-proxies: [%8$s]}
                admin: {port: 0}
                store: {url: '%1$s', master-key-file: master.key}
                kcp:
                  site-code: T0000
                  certificate: %2$s
                  private-key: %3$s
                  register-url: %4$s/trade/register.do
                  approve-url: %4$s/gw/enc/v1/payment
                  cancel-url: %4$s/gw/mod/v1/cancel
                  inquiry-url: %4$s/std/inquery
                  inquiry-by-order: %5$s
                  deadline: %6$s
                resolver: {first-delay: 200ms, guard: %7$s}
                """.formatted(
                        place.url(),
                        key("cert.pem"),
                        key("key.pem"),
                        "http://127.0.0.1:" + acquirerPort,
                        inquiryByOrder,
                        deadline,
                        guard,
                        proxies));
    }

    /** A file of the transcripts' certificate and key. */
    public static Path key(String name) {
        return Path.of(System.getProperty("gyeolje.root", ".."), "wire", "keys", name)
                .toAbsolutePath()
                .normalize();
    }
}
