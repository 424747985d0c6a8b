package gyeolje.sandbox;

import gyeolje.sandbox.control.Control;
import gyeolje.sandbox.gate.Calls;
import gyeolje.sandbox.gate.Faults;
import gyeolje.sandbox.gate.Gate;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.window.Windows;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Seal;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A running KCP and KakaoPay look-alike. */
public final class Sandbox implements AutoCloseable {
    private static final int EVENT_LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());
    private static final long PATIENCE_SECONDS = 10;
    private static final int IDLE_SECONDS = 600;

    private final Vertx vertx;
    private final Ledger ledger;
    private final int port;

    private Sandbox(Vertx vertx, Ledger ledger, int port) {
        this.vertx = vertx;
        this.ledger = ledger;
        this.port = port;
    }

    /**
     * Starts listening.
     *
     * @throws IllegalStateException when the port or the data directory cannot be had; the message says which
     */
    public static Sandbox start(SandboxOptions options) {
        return start(options, InstantSource.system());
    }

    static Sandbox start(SandboxOptions options, InstantSource clock) {
        Ledger ledger = ledger(options);
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        AtomicInteger bound = new AtomicInteger();
        Supplier<String> publicUrl =
                () -> options.publicUrl().orElseGet(() -> "http://" + options.host() + ':' + bound.get());
        Listener listener = listener(vertx, ledger, clock, publicUrl, options);
        try {
            await(vertx.deployVerticle(
                    () -> new Front(listener, options, bound), new DeploymentOptions().setInstances(EVENT_LOOPS)));
            return new Sandbox(vertx, ledger, bound.get());
        } catch (IllegalStateException failed) {
            await(vertx.close());
            ledger.close();
            throw failed;
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        await(vertx.close());
        ledger.close();
    }

    private static Listener listener(
            Vertx vertx, Ledger ledger, InstantSource clock, Supplier<String> publicUrl, SandboxOptions options) {
        Authentications authentications = new Authentications(new Seal(options.seed()));
        Faults faults = new Faults();
        Calls calls = new Calls();
        Gate gate = new Gate(new Gate.Surroundings(
                vertx, ledger, authentications, faults, calls, clock, publicUrl, options.inquiryByOrder()));
        Windows windows = new Windows(ledger, authentications, new Seal(options.seed()), clock, publicUrl);
        return new Listener(gate, windows, new Control(ledger, faults, calls, authentications, clock));
    }

    private static Ledger ledger(SandboxOptions options) {
        try {
            return Ledger.open(options.dataDirectory(), options.room());
        } catch (IOException | UncheckedIOException unusable) {
            throw new IllegalStateException("the data directory cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new IllegalStateException(cause.getMessage(), cause);
        } catch (TimeoutException slow) {
            throw new IllegalStateException("took longer than " + PATIENCE_SECONDS + " s", slow);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    /** One event loop's share of the listening; all of them have the port in common. */
    private static final class Front extends VerticleBase {
        private static final int RANDOM_BUT_COMMON = -1;

        private final Listener listener;
        private final SandboxOptions options;
        private final AtomicInteger bound;

        Front(Listener listener, SandboxOptions options, AtomicInteger bound) {
            this.listener = listener;
            this.options = options;
            this.bound = bound;
        }

        @Override
        public Future<?> start() {
            HttpServerOptions http = new HttpServerOptions()
                    .setHttp2ClearTextEnabled(false)
                    .setIdleTimeout(IDLE_SECONDS)
                    .setIdleTimeoutUnit(TimeUnit.SECONDS);
            return vertx.createHttpServer(http)
                    .requestHandler(listener::serve)
                    .listen(options.port() == 0 ? RANDOM_BUT_COMMON : options.port(), options.host())
                    .onSuccess(server -> bound.set(server.actualPort()));
        }
    }
}
