package gyeolje.shop;

import java.util.List;
import java.util.stream.Stream;

/**
 * One order as the shop keeps it.
 *
 * @param number the shop's own order number; it cannot be guessed, since it is the key to the receipt
 * @param shopper the browser that ordered
 * @param placedAt milliseconds since 1970
 * @param exchanges what went over the wire for it, oldest first
 */
record Order(
        String number,
        String shopper,
        int goods,
        String itemName,
        long won,
        Buyer buyer,
        boolean phone,
        long placedAt,
        State state,
        List<Exchange> exchanges) {

    private static final int EXCHANGES_KEPT = 24;

    Order {
        exchanges = List.copyOf(exchanges);
    }

    Order with(State next) {
        return new Order(number, shopper, goods, itemName, won, buyer, phone, placedAt, next, exchanges);
    }

    /** The first exchanges tell how it began and the last how it ended, so the middle gives way. */
    Order with(List<Exchange> more) {
        var all = Stream.concat(exchanges.stream(), more.stream()).toList();
        if (all.size() > EXCHANGES_KEPT) {
            var half = EXCHANGES_KEPT / 2;
            all = Stream.concat(all.subList(0, half).stream(), all.subList(all.size() - half, all.size()).stream())
                    .toList();
        }
        return new Order(number, shopper, goods, itemName, won, buyer, phone, placedAt, state, all);
    }
}
