package gyeolje.shop;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Ordering: the goods and the buyer become an order that the gateway knows. No money moves. */
final class PlaceOrder {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyMMdd").withZone(ZoneId.of("Asia/Seoul"));
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int UNGUESSABLE = 12;

    /** Whose browser ordered, what kind it is, and where it reaches the shop. */
    record Browser(String shopper, boolean phone, String userAgent, String origin) {}

    private final OrderBook book;
    private final GatewayCalls gateway;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PlaceOrder(OrderBook book, GatewayCalls gateway, Clock clock) {
        this.book = book;
        this.gateway = gateway;
        this.clock = clock;
    }

    Order place(Goods goods, Language language, Buyer buyer, Browser browser) {
        var fresh = new Order(
                number(),
                browser.shopper(),
                goods.number(),
                goods.name(language),
                goods.won(),
                buyer,
                browser.phone(),
                clock.millis(),
                new State.Ordering(),
                List.of());
        var entry = book.begin(fresh);
        entry.alone(() -> {
            if (entry.order().state() instanceof State.Ordering) order(entry, browser);
        });
        return entry.order();
    }

    private void order(OrderEntry entry, Browser browser) {
        var order = entry.order();
        var reply = gateway.order(order, browser.origin() + "/return/" + order.number(), browser.userAgent());
        entry.become(order.with(reply.exchanges()).with(after(reply)));
    }

    /** A lost answer costs nothing here: an order moves no money, and the buyer's next one gets a new number. */
    private static State after(Reply reply) {
        return switch (reply) {
            case Reply.Answered(var code, var _, var fields, var _)
            when code.equals(Reply.Answered.SUCCESS) -> new State.Placed(fields);
            case Reply.Answered(var code, var message, var _, var _) -> new State.NotPlaced(code, message);
            case Reply.NotSent _, Reply.Unknown _ -> new State.NotPlaced("", "");
        };
    }

    /** The day, then 60 random bits. */
    private String number() {
        var number = new StringBuilder(DAY.format(clock.instant())).append('-');
        for (var i = 0; i < UNGUESSABLE; i++) number.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return number.toString();
    }
}
