package gyeolje.store;

import static gyeolje.store.Samples.MONEY;
import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.TransactionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reconciliation gets to read. */
abstract class BookContract extends StoreHarness {
    private static final MerchantId OTHER = new MerchantId("another");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private List<Stored> read(LocalDate first, LocalDate last) {
        var all = new ArrayList<Stored>();
        store.book().read(first, last, all::add);
        return all;
    }

    @Test
    void the_payments_of_a_day_come_in_order_whosever_they_are_and_in_whatever_state() {
        var later = claimed(on("20260401235959KK0001", "A-2"));
        var foreign = placed(ordered(OTHER, 2, "A-1", 1_000, "request"));
        var paid = advanced(claimed(on("20260401000000KK0001", "A-1")), new AcquirerApproved(MONEY));
        assertEquals(List.of(paid, foreign, later), read(DAY, DAY));
    }

    @Test
    void days_begin_and_end_at_midnight_in_Seoul() {
        placed(on("20260331235959KKZZZZ", "A-1"));
        var first = placed(on("20260401000000AA0000", "A-2"));
        var last = placed(on("20260402235959ZZZZZZ", "A-3"));
        placed(on("20260403000000AA0000", "A-4"));
        assertEquals(List.of(first, last), read(DAY, DAY.plusDays(1)));
    }

    @Test
    void a_payment_is_found_by_its_id_alone() {
        var foreign = placed(ordered(OTHER, 7, "A-1", 1_000, "request"));
        var book = store.book();
        assertEquals(Optional.of(foreign), book.find(foreign.payment().order().transaction()));
        assertEquals(Optional.empty(), book.find(Samples.transaction(8)));
    }

    /** More than a fetch, while others write. */
    @Test
    void many_are_read_as_of_one_moment() {
        for (int i = 0; i < 1_200; i++) placed(ordered(i, "A-" + i));
        var seen = new ArrayList<Stored>();
        store.book().read(DAY, DAY, it -> {
            if (seen.isEmpty()) placed(on("20260401235959ZZZZZZ", "late"));
            seen.add(it);
        });
        assertEquals(1_200, seen.size());
        assertEquals(1_201, read(DAY, DAY).size());
    }

    @Test
    void a_row_that_cannot_be_read_ends_the_reading() {
        placed(ordered(1, "A-1"));
        tamper("UPDATE payment SET state = 'LOST'");
        assertThrows(StoreException.class, () -> read(DAY, DAY));
    }

    private static Ordered on(String transaction, String orderNumber) {
        var order = ordered(1, orderNumber).order();
        return new Ordered(new Order(
                TESTER,
                new TransactionId(transaction),
                order.number(),
                order.amount(),
                order.window(),
                order.itemName(),
                order.buyer(),
                order.returnUrl(),
                order.appUrl(),
                order.cashReceipt(),
                order.shopperUserAgent(),
                order.site(),
                order.registration(),
                Fingerprint.of("20260401120000", Digests.sha256(transaction)),
                order.orderedAt()));
    }
}
