package gyeolje.sdk;

import java.net.URI;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;

/** Collects a client's settings; see {@link GyeoljeClient}. */
public final class GyeoljeClientBuilder {
    static final int RETRIES = 2;

    URI baseUrl;
    String merchantId;
    String apiCertKey;
    int connectTimeoutMillis = 5_000;
    int answerTimeoutMillis = 30_000;
    int retries = -1;
    ExchangeListener listener = exchange -> {};
    SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();

    GyeoljeClientBuilder() {}

    /**
     * Required. Where the gateway is, such as {@code https://pay.example.com}; a path before {@code /ep} may follow.
     * Use {@code http} for development only.
     */
    public GyeoljeClientBuilder baseUrl(String url) {
        URI parsed = URI.create(Objects.requireNonNull(url, "baseUrl").trim());
        boolean http = "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
        if (!http || parsed.getHost() == null || parsed.getUserInfo() != null || parsed.getRawQuery() != null) {
            throw new IllegalArgumentException(
                    "baseUrl must be an http or https URL with a host and no user or query, such as "
                            + GyeoljeClient.OPERATOR_DEVELOPMENT);
        }
        this.baseUrl = parsed;
        return this;
    }

    /** Required. The id that the operator gave to the merchant. */
    public GyeoljeClientBuilder merchantId(String id) {
        this.merchantId = id;
        return this;
    }

    /** Required. The merchant's key; it signs and is never sent. */
    public GyeoljeClientBuilder apiCertKey(String key) {
        this.apiCertKey = key;
        return this;
    }

    /** The longest that finding the host, connecting and the TLS handshake may take together; 5,000 unless told. */
    public GyeoljeClientBuilder connectTimeoutMillis(int millis) {
        this.connectTimeoutMillis = positive(millis, "connectTimeoutMillis");
        return this;
    }

    /**
     * The longest from the first byte sent to the last byte of the answer; 30,000 unless told. The gateway itself may
     * need some 12 seconds to hear the acquirer.
     */
    public GyeoljeClientBuilder answerTimeoutMillis(int millis) {
        this.answerTimeoutMillis = positive(millis, "answerTimeoutMillis");
        return this;
    }

    /**
     * How often a request may be sent again, 0 to 10; 2 unless told, 0 at the operator's hosts, where it counts for
     * {@code order} only.
     */
    public GyeoljeClientBuilder retries(int times) {
        if (times < 0 || times > 10) {
            throw new IllegalArgumentException("retries must be 0 to 10");
        }
        this.retries = times;
        return this;
    }

    /** Told of every attempt; for logs and metrics. */
    public GyeoljeClientBuilder listener(ExchangeListener exchanges) {
        this.listener = Objects.requireNonNull(exchanges, "listener");
        return this;
    }

    /** For a gateway whose certificate comes from a private authority; the host's name is checked all the same. */
    public GyeoljeClientBuilder sslSocketFactory(SSLSocketFactory factory) {
        this.tls = Objects.requireNonNull(factory, "sslSocketFactory");
        return this;
    }

    /**
     * The client.
     *
     * @throws UnsignableException when the merchant id or the key is missing or cannot be part of a signature
     */
    public GyeoljeClient build() {
        if (baseUrl == null) {
            throw new IllegalArgumentException("baseUrl is missing");
        }
        return new GyeoljeClient(this);
    }

    private static int positive(int millis, String name) {
        if (millis <= 0) {
            throw new IllegalArgumentException(name + " must be positive");
        }
        return millis;
    }
}
