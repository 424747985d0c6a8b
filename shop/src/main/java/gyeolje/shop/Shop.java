package gyeolje.shop;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open shop: the composition root. Closing it leaves nothing running. */
public final class Shop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Shop.class);
    private static final int ORDERS_KEPT = 10_000;
    private static final long START_SECONDS = 20;

    private final Vertx vertx;
    private final WebServer web;
    private final DoubtLoop doubts;
    private final OrderBook book;
    private final HttpServer server;

    private Shop(Vertx vertx, WebServer web, DoubtLoop doubts, OrderBook book, HttpServer server) {
        this.vertx = vertx;
        this.web = web;
        this.doubts = doubts;
        this.book = book;
        this.server = server;
    }

    /**
     * Opens a shop.
     *
     * @throws IOException when the address is taken or the data directory cannot be used
     */
    public static Shop start(ShopOptions options) throws IOException {
        return start(options, Patience.USUAL, Clock.systemUTC());
    }

    static Shop start(ShopOptions options, Patience patience, Clock clock) throws IOException {
        var gateway = new GatewayCalls(options, patience);
        var book = options.data().isPresent()
                ? OrderBook.on(options.data().get(), ORDERS_KEPT)
                : OrderBook.inMemory(ORDERS_KEPT);
        try {
            return open(options, patience, clock, gateway, book);
        } catch (IOException | RuntimeException failed) {
            book.close();
            throw failed;
        }
    }

    private static Shop open(ShopOptions options, Patience patience, Clock clock, GatewayCalls gateway, OrderBook book)
            throws IOException {
        var authentications = authentications(options);
        var settlement = new SettlePayment(authentications, gateway);
        var cancellation = new CancelPayment(gateway);
        var doubts = new DoubtLoop(settlement, cancellation, patience.firstPause());
        var pages = new Pages();
        var vertx = Vertx.vertx(vertxOptions());
        var web = new WebServer(vertx, pages::problem);
        new ShopRoutes(
                        book,
                        new PlaceOrder(book, gateway, clock),
                        new TakeAuthentication(authentications, settlement),
                        settlement,
                        cancellation,
                        doubts,
                        pages,
                        new OrderPages(pages, options.kcpScript()))
                .on(web);
        try {
            var shop = new Shop(vertx, web, doubts, book, listen(web, options));
            shop.resume();
            return shop;
        } catch (IOException | RuntimeException failed) {
            vertx.close();
            throw failed;
        }
    }

    /** Nothing is served from disk, so Vert.x needs no cache directory there. */
    private static VertxOptions vertxOptions() {
        return new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false));
    }

    private static KeptAuthentications authentications(ShopOptions options) throws IOException {
        if (options.data().isEmpty()) return KeptAuthentications.inMemory();
        Path data = options.data().get();
        return KeptAuthentications.in(data.resolve("authentications"));
    }

    private static HttpServer listen(WebServer web, ShopOptions options) throws IOException {
        try {
            return web.listen(options.host(), options.port())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening", stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException(
                    "cannot listen on " + options.host() + ":" + options.port() + "; is something else using the port?",
                    failed);
        }
    }

    /** What a crash left open is asked about again, through the same loop as any lost answer. */
    private void resume() {
        var open = book.newest(ORDERS_KEPT, DoubtLoop::isInDoubt);
        if (!open.isEmpty()) LOG.info("{} orders without a definite answer; asking again", open.size());
        for (var order : open) book.find(order.number()).ifPresent(doubts::watch);
    }

    public int port() {
        return server.actualPort();
    }

    @Override
    public void close() throws IOException {
        web.close();
        doubts.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException failed) {
            LOG.warn("the web server did not stop cleanly", failed);
        } finally {
            book.close();
        }
    }
}
