package gyeolje.sandbox.ledger;

import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Method;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ledger file's vocabulary: how each event is written and read. */
final class Events {
    static final String KIND = "event";
    static final String REGISTERED = "registered";
    static final String USED = "used";
    static final String APPROVED = "approved";
    static final String CANCELLED = "cancelled";

    private Events() {}

    static Map<String, String> registered(String siteCode, String order) {
        Map<String, String> event = event(REGISTERED);
        event.put("site_cd", siteCode);
        event.put("ordr_idxx", order);
        return event;
    }

    static Map<String, String> used(Authentication authentication) {
        Map<String, String> event = event(USED);
        event.put("authentication", authentication.id());
        return event;
    }

    static Map<String, String> approved(Approval approval) {
        Authentication from = approval.authentication();
        Map<String, String> event = event(APPROVED);
        event.put("tno", approval.tno());
        event.put("authentication", from.id());
        event.put("site_cd", from.siteCode());
        event.put("ordr_idxx", from.order());
        event.put("amount", Long.toString(from.amount()));
        event.put("method", from.method().name());
        event.put("card", from.cardCode());
        event.put("quota", from.quota());
        event.put("authenticated_at", from.at().toString());
        event.put("at", approval.at().toString());
        event.put("visible_from", approval.visibleFrom().toString());
        return event;
    }

    static Map<String, String> cancelled(String tno, long amount, Instant at) {
        Map<String, String> event = event(CANCELLED);
        event.put("tno", tno);
        event.put("amount", Long.toString(amount));
        event.put("at", at.toString());
        return event;
    }

    static Approval approval(Map<String, String> event) {
        Authentication from = new Authentication(
                text(event, "authentication"),
                text(event, "site_cd"),
                text(event, "ordr_idxx"),
                Long.parseLong(text(event, "amount")),
                Method.valueOf(text(event, "method")),
                text(event, "card"),
                text(event, "quota"),
                "0000",
                Instant.parse(text(event, "authenticated_at")));
        return new Approval(
                text(event, "tno"), from, Instant.parse(text(event, "at")), Instant.parse(text(event, "visible_from")));
    }

    static String text(Map<String, String> event, String name) {
        String value = event.get(name);
        if (value == null) {
            throw new IllegalStateException("the ledger file has an event without " + name);
        }
        return value;
    }

    private static Map<String, String> event(String kind) {
        Map<String, String> event = new LinkedHashMap<>();
        event.put(KIND, kind);
        return event;
    }
}
