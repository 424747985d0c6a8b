package gyeolje.store;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Window;
import gyeolje.store.Keys.PaymentKey;

/** A row of the append-only journal: what happened to a payment, and the version that it made. */
record JournalRow(PaymentKey key, long version, long at, String event, String detail) {
    /** Says why a shopper may not have seen the mobile window (merchant API, section 2). */
    static final String NOT_MOBILE = "the User-Agent of the order does not look mobile";

    static JournalRow placed(Order order, long at) {
        boolean odd = order.window() == Window.MOBILE && !Order.looksMobile(order.shopperUserAgent());
        var detail = JsonText.of(out -> {
            out.put("amount", order.amount().amount());
            out.put("orderNumber", order.number().text());
            if (odd) out.put("note", NOT_MOBILE);
        });
        return new JournalRow(PaymentKey.of(order), 0, at, EventCodec.ORDER_PLACED, detail);
    }

    static JournalRow of(PaymentKey key, long version, long at, Event event) {
        return new JournalRow(key, version, at, EventCodec.name(event), EventCodec.detail(event));
    }
}
