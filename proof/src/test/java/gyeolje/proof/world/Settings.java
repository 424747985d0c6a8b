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
public record Settings(Place place, Ports ports, String deadline, String guard, boolean inquiryByOrder) {
    /** Where each operation of the acquirer is found. */
    public record Ports(int register, int approve, int cancel, int inquiry) {
        public static Ports all(int port) {
            return new Ports(port, port, port, port);
        }
    }

    /** How much time things are given. */
    @FunctionalInterface
    interface Pace {
        Settings of(Place place, int acquirerPort);
    }

    public static Settings patient(Place place, int acquirerPort) {
        return new Settings(place, Ports.all(acquirerPort), "20s", "2s", true);
    }

    /** Gives an acquirer that does not answer up soon, and settles doubts soon. */
    public static Settings hasty(Place place, int acquirerPort) {
        return new Settings(place, Ports.all(acquirerPort), "5s", "8s", true);
    }

    public Settings unableToAskByOrder() {
        return new Settings(place, ports, deadline, guard, false);
    }

    public Settings through(Ports others) {
        return new Settings(place, others, deadline, guard, inquiryByOrder);
    }

    public Settings within(String ofACall, String ofDoubt) {
        return new Settings(place, ports, ofACall, ofDoubt, inquiryByOrder);
    }

    public Settings in(Place other) {
        return new Settings(other, ports, deadline, guard, inquiryByOrder);
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
                http: {port: 0, trusted-proxies: [%11$s]}
                admin: {port: 0}
                store: {url: '%1$s', master-key-file: master.key}
                kcp:
                  site-code: T0000
                  certificate: %2$s
                  private-key: %3$s
                  register-url: http://127.0.0.1:%4$d/trade/register.do
                  approve-url: http://127.0.0.1:%5$d/gw/enc/v1/payment
                  cancel-url: http://127.0.0.1:%6$d/gw/mod/v1/cancel
                  inquiry-url: http://127.0.0.1:%7$d/std/inquery
                  inquiry-by-order: %8$s
                  deadline: %9$s
                resolver: {first-delay: 200ms, guard: %10$s}
                """.formatted(
                        place.url(),
                        key("cert.pem"),
                        key("key.pem"),
                        ports.register(),
                        ports.approve(),
                        ports.cancel(),
                        ports.inquiry(),
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
