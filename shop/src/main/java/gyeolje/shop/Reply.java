package gyeolje.shop;

import java.util.List;
import java.util.Map;

/** What came of one call to the gateway: the three things a merchant has to tell apart. */
sealed interface Reply {
    List<Exchange> exchanges();

    /** The gateway answered, be it yes or no. */
    record Answered(String code, String message, Map<String, String> fields, List<Exchange> exchanges)
            implements Reply {
        static final String SUCCESS = "0000";

        /** Internal error, overload or outcome unknown (merchant API, section 6). */
        static final String UNCONFIRMED = "9001";

        /** The acquirer cancelled, the gateway's record of it follows. */
        static final String CANCEL_RECORD_PENDING = "1006";
    }

    /** Surely nothing was sent, so surely nothing happened. */
    record NotSent(List<Exchange> exchanges) implements Reply {}

    /** It may have happened. */
    record Unknown(List<Exchange> exchanges) implements Reply {}
}
