package gyeolje.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OrderBookTest {
    private final OrderBook book = OrderBook.inMemory(3);

    private static Order order(String number, long at) {
        return new Order(number, "shopper", 1, "찻잔", 18_000, Buyer.USUAL, false, at, new State.Ordering(), List.of());
    }

    private OrderEntry begin(String number, long at, State state) {
        var entry = book.begin(order(number, at));
        entry.become(entry.order().with(state));
        return entry;
    }

    @Test
    void the_oldest_order_makes_room_but_never_one_that_may_be_paid() {
        begin("doubtful", 0, new State.Paying(Map.of(), Doubt.UNKNOWN));
        begin("oldest", 10_000, new State.Paid(Map.of(), "", ""));
        begin("newer", 20_000, new State.Paid(Map.of(), "", ""));

        begin("newest", 30_000, new State.Paid(Map.of(), "", ""));

        assertTrue(book.find("doubtful").isPresent());
        assertFalse(book.find("oldest").isPresent());
        assertEquals(
                List.of("newest", "newer"),
                book.newest(2, _ -> true).stream().map(Order::number).toList());
    }

    @Test
    void the_same_click_within_moments_is_the_same_order() {
        var first = begin("first", 0, new State.Placed(Map.of()));

        assertSame(first, book.begin(order("second", 2_999)));
        assertEquals("third", book.begin(order("third", 3_000)).order().number());
    }

    @Test
    void who_paid_and_buys_again_at_once_gets_a_new_order() {
        begin("first", 0, new State.Paid(Map.of(), "", ""));

        assertEquals("second", book.begin(order("second", 1)).order().number());
    }

    @Test
    void of_many_exchanges_the_first_and_the_last_are_kept() {
        var order = order("long", 0);
        for (var i = 0; i < 100; i++) order = order.with(List.of(exchange(i)));

        assertEquals(24, order.exchanges().size());
        assertEquals(0, order.exchanges().getFirst().at());
        assertEquals(99, order.exchanges().getLast().at());
    }

    private static Exchange exchange(long at) {
        return new Exchange(Exchange.Step.PAY, at, "POST", "", Map.of(), "", 200, Map.of(), "", "");
    }
}
