package gyeolje.shop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A shop, its gateway and a visitor, for one test. */
final class ShopScene implements AutoCloseable {
    /** Never asks again by itself within a test. */
    static final Patience ONCE = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 0, Duration.ofHours(1));

    static final Patience ASKS_AGAIN =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), 0, Duration.ofMillis(20));

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    final FakeGateway gateway;
    final Shop shop;
    final Visitor visitor;

    private ShopScene(FakeGateway gateway, Shop shop, String userAgent) {
        this.gateway = gateway;
        this.shop = shop;
        this.visitor = new Visitor(shop, userAgent);
    }

    static ShopScene open(String userAgent) throws IOException {
        return open(userAgent, ONCE);
    }

    static ShopScene open(String userAgent, Patience patience) throws IOException {
        var gateway = new FakeGateway();
        return new ShopScene(gateway, Shop.start(options(gateway), patience, Clock.systemUTC()), userAgent);
    }

    /** A shop on files; the gateway outlives it. */
    static ShopScene open(FakeGateway gateway, Path data, Patience patience) throws IOException {
        var options = options(gateway).withData(data);
        return new ShopScene(gateway, Shop.start(options, patience, Clock.systemUTC()), Visitor.PC);
    }

    static ShopOptions options(FakeGateway gateway) {
        return ShopOptions.of(gateway.address(), FakeGateway.MERCHANT, FakeGateway.KEY)
                .withPort(0)
                .withKcpScript(gateway.script());
    }

    /** Buys, authenticates on the PC and gives the order number. */
    String buyAndAuthenticate(int goods) {
        var number = visitor.buy(goods);
        visitor.post("/orders/" + number + "/authenticated", Visitor.authentication(gateway));
        return number;
    }

    Visitor.Page order(String number) {
        return visitor.get("/orders/" + number);
    }

    Visitor.Page settle(String number) {
        visitor.post("/orders/" + number + "/settle", "", Map.of());
        return order(number);
    }

    Visitor.Page cancel(String number) {
        visitor.post("/orders/" + number + "/cancel", Map.of("confirmed", "yes"));
        return order(number);
    }

    static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("did not come true in " + LONG_ENOUGH);
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() throws IOException {
        visitor.close();
        shop.close();
        gateway.close();
    }
}
