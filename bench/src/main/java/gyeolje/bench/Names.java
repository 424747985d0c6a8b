package gyeolje.bench;

import java.util.Locale;

/** What the figures are called, in tables and in JSON. */
final class Names {
    static final String HTTP = "ceiling: HTTP";
    static final String STORE_ORDERS = "ceiling: store, orders";
    static final String STORE_PAYMENTS = "ceiling: store, payments";
    static final String STORELESS_ORDERS = "ceiling: no store, orders";
    static final String STORELESS_PAYMENTS = "ceiling: no store, payments";
    static final String STORELESS_HALF = "ceiling: no store, half of that";
    static final String NAIVE_ORDERS = "naive peer, orders";
    static final String NAIVE_PAYMENTS = "naive peer, payments";
    static final String ORDERS = "orders";
    static final String ORDERS_OF_ONE = "orders, one merchant";
    static final String ORDERS_LIMITED = "orders, limits";
    static final String PAYMENTS = "payments";
    static final String PAYMENTS_OF_ONE = "payments, one merchant";
    static final String PAYMENTS_LIMITED = "payments, limits";
    static final String PAYMENTS_OF_ONE_LIMITED = "payments, one merchant, limits";
    static final String CANCELS = "payments cancelled";
    static final String SINGLE_ORDER = "orders, one at a time";
    static final String SINGLE_PAY = "pays, one at a time";
    static final String ORDERS_AT = "orders at ";
    static final String PAYMENTS_AT = "payments at ";
    static final String EMPTY = ", empty store";
    static final String STORED = " stored";
    static final String CROWD = " pays in flight, acquirer ";

    static String http(int connections) {
        return HTTP + ", " + connections + " connections";
    }

    static String share(String name, double share) {
        return name + Math.round(share * 100) + " %";
    }

    static String slow(int millis) {
        return "payments, acquirer " + millis + " ms";
    }

    static String crowd(int inFlight) {
        return inFlight + CROWD + Crowd.ACQUIRER_MILLIS + " ms";
    }

    static String stored(long payments) {
        return String.format(Locale.ROOT, ", %,d", payments) + STORED;
    }

    private Names() {}
}
