package gyeolje.gateway.http;

import gyeolje.gateway.flow.Time;
import gyeolje.gateway.settings.PrivateFile;
import gyeolje.gateway.settings.Settings;
import gyeolje.gateway.settings.SettingsException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.ServerSSLOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the files of a certificate while the gateway runs. New connections see a new pair within seconds, those that are open stay;
 * a pair that cannot be used is reported once, and the old one stays.
 */
final class TlsRenewal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TlsRenewal.class);
    private static final String KEY = "http.tls.key";
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Settings.Tls files;
    private final Vertx vertx;
    private final Time time;
    private final PemPair first;
    private volatile Instant validUntil;
    private volatile boolean closed;

    /**
     * Reads the pair that is there at the start.
     *
     * @throws SettingsException when it cannot be used
     */
    TlsRenewal(Settings.Tls files, Vertx vertx, Time time) {
        this.files = files;
        this.vertx = vertx;
        this.time = time;
        PrivateFile.require(KEY, files.key());
        this.first = PemPair.read(files);
        this.validUntil = first.check(vertx, time.instant());
    }

    PemPair first() {
        return first;
    }

    long daysLeft() {
        return Duration.between(time.instant(), validUntil).toDays();
    }

    /** Begins to follow the files for servers that share one port. */
    void follow(HttpServer server, ServerSSLOptions options) {
        Thread.ofVirtual().name("tls-renewal").start(() -> {
            var shown = first;
            var seen = first;
            while (!closed) {
                time.sleep(LOOK);
                var now = lookAgain(seen);
                boolean settled = now.equals(seen) && !now.equals(shown);
                seen = now;
                if (!settled) continue;
                shown = now;
                show(server, options, now);
            }
        });
    }

    /** Files that are being exchanged may be missing for a moment. */
    private PemPair lookAgain(PemPair before) {
        try {
            return PemPair.read(files);
        } catch (SettingsException e) {
            return before;
        }
    }

    private void show(HttpServer server, ServerSSLOptions options, PemPair pair) {
        try {
            PrivateFile.require(KEY, files.key());
            var until = pair.check(vertx, time.instant());
            server.updateSSLOptions(options.copy().setKeyCertOptions(pair.options()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            validUntil = until;
            LOG.info("the certificate of http.tls was renewed and is valid until {}", until);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SettingsException | ExecutionException | TimeoutException e) {
            LOG.error("the new certificate of http.tls cannot be used, the old one stays: {}", e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
