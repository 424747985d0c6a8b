package gyeolje.gateway.settings;

import gyeolje.core.value.AddressRange;
import gyeolje.core.value.SiteCode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator configures. */
public record Settings(Http http, Admin admin, Store store, Kcp kcp, Resolver resolver) {

    public record Http(
            String host,
            int port,
            List<AddressRange> trustedProxies,
            Optional<Tls> tls,
            Connections connections,
            Rates rates) {}

    /**
     * How much one merchant may ask for; 0 is as much as it likes.
     *
     * @param order orders a second, and pays and cancels likewise
     * @param burst how long a merchant that was quiet may send at any speed what it may send in that time
     * @param badSignatures a minute, of one merchant from one address
     * @param underWay requests at once
     */
    public record Rates(int order, int pay, int cancel, Duration burst, int badSignatures, int underWay) {}

    /**
     * How many connections there may be, and how long each may keep us waiting.
     *
     * @param read for a request's head, and for its body
     * @param idle for the next request
     * @param write for an answer to be taken
     */
    public record Connections(int most, Duration read, Duration idle, Duration write) {}

    /** Two PEM files. */
    public record Tls(Path certificate, Path key) {}

    public record Admin(String host, int port) {}

    /**
     * Where payments are kept and what seals the personal parts of them.
     *
     * @param masterKey 32 bytes in base64; empty: the file counts
     * @param masterKeyFile created at the first start when it does not exist
     * @param secondMasterKey opens and never seals, while the master key is being changed; empty: the file counts, if any
     */
    public record Store(
            String url,
            String masterKey,
            Path masterKeyFile,
            String secondMasterKey,
            Optional<Path> secondMasterKeyFile) {
        @Override
        public String toString() {
            return "Store(" + masterKeyFile + ")";
        }
    }

    /**
     * How we talk to NHN KCP (KCP wire).
     *
     * @param privateKeyPassword empty when the key is not encrypted
     * @param deadline the total time of one call
     * @param connections how many approvals may be under way at once; cancels and inquiries have their own share
     */
    public record Kcp(
            SiteCode siteCode,
            Path certificate,
            Path privateKey,
            String privateKeyPassword,
            URI registerUrl,
            URI approveUrl,
            URI cancelUrl,
            URI inquiryUrl,
            boolean inquiryByOrder,
            Duration connectTimeout,
            Duration deadline,
            int connections) {
        @Override
        public String toString() {
            return "Kcp(" + siteCode + ", " + approveUrl + ")";
        }
    }

    /**
     * How doubts are settled.
     *
     * @param guard how long "not found" is not yet final
     */
    public record Resolver(Duration firstDelay, Duration guard) {}
}
