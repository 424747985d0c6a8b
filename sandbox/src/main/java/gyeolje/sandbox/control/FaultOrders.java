package gyeolje.sandbox.control;

import gyeolje.sandbox.gate.Fault;
import gyeolje.sandbox.gate.FaultKind;
import gyeolje.sandbox.gate.Faults;
import gyeolje.sandbox.gate.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what fault is wanted, and lists those in force. */
final class FaultOrders {
    private static final Set<String> KNOWN = Set.of(
            "on", "kind", "times", "ms", "status", "body", "code", "message", "location", "done", "order", "amount");
    private static final long LONGEST_WAIT = 540_000;

    private final Faults faults;

    FaultOrders(Faults faults) {
        this.faults = faults;
    }

    void add(Fields fields, Instant now) throws Wrong {
        fields.only(KNOWN);
        int times = (int) fields.number("times", 1, Faults.UNTIL_CLEARED, 1_000_000);
        if (times == 0) {
            throw new Wrong("field times must be 1 or more, or -1 for until cleared");
        }
        if (!faults.add(fault(fields), times, now)) {
            throw new Wrong("too many faults are in force; clear them first");
        }
    }

    List<Map<String, Object>> list() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Faults.InForce each : faults.inForce()) {
            Fault fault = each.fault();
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("on", fault.on().word());
            shown.put("kind", fault.kind().word());
            shown.put("times", each.left());
            shown.put("ms", fault.pause().toMillis());
            shown.put("done", fault.does());
            if (!fault.order().isEmpty()) {
                shown.put("order", fault.order());
            }
            list.add(shown);
        }
        return list;
    }

    private static String kinds(Operation on) {
        return Arrays.stream(FaultKind.values())
                .filter(kind -> kind.fits(on))
                .map(FaultKind::word)
                .collect(Collectors.joining(", "));
    }

    private static Fault fault(Fields fields) throws Wrong {
        String onWord = fields.needed("on");
        Operation on = Operation.named(onWord)
                .orElseThrow(() -> new Wrong("field on must be register, approve, cancel or inquiry"));
        String kindWord = fields.needed("kind");
        FaultKind kind = FaultKind.named(kindWord)
                .orElseThrow(() -> new Wrong("unknown kind " + kindWord + ": use one of " + kinds(on)));
        if (!kind.fits(on)) {
            throw new Wrong("kind " + kindWord + " makes no sense on " + onWord);
        }
        return new Fault(
                on,
                kind,
                fields.text("order", ""),
                Duration.ofMillis(wait(fields, kind)),
                (int) fields.number("status", 503, 100, 599),
                kind == FaultKind.WRONG_AMOUNT ? fields.text("amount", "") : fields.text("body", ""),
                kind == FaultKind.DECLINE ? fields.text("code", "CC10") : fields.text("code", ""),
                fields.text("message", ""),
                fields.text("location", "/"),
                fields.flag("done", kind.does()));
    }

    private static long wait(Fields fields, FaultKind kind) throws Wrong {
        return switch (kind) {
            case DELAY_BEFORE, DELAY_AFTER, LATE -> {
                fields.needed("ms");
                yield fields.number("ms", 0, 1, LONGEST_WAIT);
            }
            case SLOW_DRIP -> fields.number("ms", 100, 1, LONGEST_WAIT);
            case DROP_BEFORE,
                    DROP_AFTER,
                    STATUS,
                    GARBAGE,
                    TRUNCATE,
                    EMPTY,
                    DECLINE,
                    WRONG_AMOUNT,
                    WRONG_ORDER,
                    NO_TNO,
                    DUPLICATE,
                    NOT_FOUND,
                    REDIRECT -> fields.number("ms", 0, 0, LONGEST_WAIT);
        };
    }
}
