package gyeolje.kcp;

import gyeolje.core.value.SiteCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * How KCP is reached and who we are there.
 *
 * @param privateKeyPassword empty when the key is not encrypted
 * @param inquiryByOrder whether this acquirer can be asked by our transaction id
 */
public record KcpSettings(
        SiteCode siteCode,
        Path certificate,
        Path privateKey,
        String privateKeyPassword,
        Addresses addresses,
        boolean inquiryByOrder,
        Timing timing,
        Pools pools) {
    private static final String LIVE_HOST = "spl.kcp.co.kr";
    private static final String KCP_DOMAIN = ".kcp.co.kr";

    /** Where each operation goes; http or https. */
    public record Addresses(URI register, URI approve, URI cancel, URI inquiry) {
        public Addresses {
            requireHttp("register-url", register);
            requireHttp("approve-url", approve);
            requireHttp("cancel-url", cancel);
            requireHttp("inquiry-url", inquiry);
        }

        URI of(Operation operation) {
            return switch (operation) {
                case REGISTER -> register;
                case APPROVE -> approve;
                case CANCEL -> cancel;
                case INQUIRE -> inquiry;
            };
        }

        private static void requireHttp(String key, URI url) {
            boolean web = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (!web || url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null)
                throw new IllegalArgumentException(
                        "kcp." + key + " must be an http or https URL with a host, without user or fragment");
        }
    }

    /**
     * How long we wait. All on the monotonic clock.
     *
     * @param connect for the TCP connection, and as long again for TLS
     * @param deadline for a whole call: waiting for a connection, sending and reading
     * @param firstDelay how long a doubt rests before somebody asks
     * @param idle how long an unused connection is kept; shorter than KCP keeps it, since an approval sent into a connection that
     *     the other side is just closing is a doubt
     */
    public record Timing(Duration connect, Duration deadline, Duration firstDelay, Duration idle) {
        public Timing {
            requirePositive("connect-timeout", connect);
            requirePositive("deadline", deadline);
            if (firstDelay.isNegative()) throw new IllegalArgumentException("first-delay must not be negative");
            if (idle.compareTo(Duration.ofSeconds(1)) < 0)
                throw new IllegalArgumentException("an idle connection is kept for at least one second");
        }

        /** With the idle time that suits servers which close after five seconds, the shortest in common use. */
        public static Timing of(Duration connect, Duration deadline, Duration firstDelay) {
            return new Timing(connect, deadline, firstDelay, Duration.ofSeconds(4));
        }

        private static void requirePositive(String key, Duration duration) {
            if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(Duration.ofHours(1)) > 0)
                throw new IllegalArgumentException("kcp." + key + " must be between 1 ms and 1 hour");
        }
    }

    /**
     * The most connections of one operation, and how many calls may wait for one.
     *
     * @param connections one call at a time goes over each
     */
    public record Pool(int connections, int waiting) {
        public Pool {
            if (connections < 1 || waiting < 0)
                throw new IllegalArgumentException("a pool has at least one connection and no negative queue");
        }
    }

    public record Pools(Pool register, Pool approve, Pool cancel, Pool inquiry) {
        public static final Pools DEFAULT =
                new Pools(new Pool(256, 1024), new Pool(512, 2048), new Pool(64, 512), new Pool(64, 512));

        /** With room for so many approvals in flight. */
        public Pools approving(int connections, int waiting) {
            return new Pools(register, new Pool(connections, waiting), cancel, inquiry);
        }

        Pool of(Operation operation) {
            return switch (operation) {
                case REGISTER -> register;
                case APPROVE -> approve;
                case CANCEL -> cancel;
                case INQUIRE -> inquiry;
            };
        }
    }

    /** Whether real money moves there. */
    public boolean isLive() {
        return LIVE_HOST.equals(host(addresses.approve()));
    }

    static String host(URI url) {
        return url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
    }

    static boolean isKcp(URI url) {
        return host(url).endsWith(KCP_DOMAIN);
    }

    @Override
    public String toString() {
        return "KcpSettings(" + siteCode + ", " + addresses + ")";
    }
}
