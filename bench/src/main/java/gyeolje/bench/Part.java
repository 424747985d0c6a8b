package gyeolje.bench;

import java.util.List;

/** What a run consists of. */
enum Part {
    CEILINGS,
    ORDERS,
    PAYMENTS,
    CANCELS,
    SINGLE,
    LATENCY,
    OVERLOAD,
    SLOW,
    CROWD,
    STORELESS,
    STORED;

    static final List<Part> OF_ONE_GATEWAY = List.of(ORDERS, PAYMENTS, CANCELS, SINGLE, LATENCY, OVERLOAD, SLOW);
}
