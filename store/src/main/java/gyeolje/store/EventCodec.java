package gyeolje.store;

import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Event.VoidDelayed;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.time.Instant;
import java.time.LocalDateTime;

/** Journal rows to events and back. The events of a payment, decided again in order, give the recorded payment. */
final class EventCodec {
    /** Row 0 of every journal: the order itself stands in the payment's row. */
    static final String ORDER_PLACED = "OrderPlaced";

    /** For people; what counts is the name of the reason. */
    private static final String WHY = "why";

    static String name(Event event) {
        return switch (event) {
            case PayRequested _ -> "PayRequested";
            case AcquirerApproved _ -> "AcquirerApproved";
            case AcquirerDeclined _ -> "AcquirerDeclined";
            case AcquirerNotReached _ -> "AcquirerNotReached";
            case ApprovalInDoubt _ -> "ApprovalInDoubt";
            case ApprovalFound _ -> "ApprovalFound";
            case NoApprovalFound _ -> "NoApprovalFound";
            case NetCancelled _ -> "NetCancelled";
            case VoidDelayed _ -> "VoidDelayed";
            case ResolverGaveUp _ -> "ResolverGaveUp";
            case CancelRequested _ -> "CancelRequested";
            case AcquirerCancelled _ -> "AcquirerCancelled";
            case CancelRefused _ -> "CancelRefused";
            case CancelNotSent _ -> "CancelNotSent";
            case CancelInDoubt _ -> "CancelInDoubt";
        };
    }

    static String detail(Event event) {
        return JsonText.of(out -> write(out, event));
    }

    private static void write(JsonText out, Event event) {
        switch (event) {
            case PayRequested(var attempt, var resolveAfter) -> {
                Parts.write(out, attempt);
                out.put("resolveAfter", resolveAfter.toString());
            }
            case AcquirerApproved(var approval) -> Parts.write(out, approval);
            case AcquirerDeclined(var code, var message) -> refusal(out, code, message);
            case AcquirerNotReached(var why) -> out.put("why", why);
            case ApprovalInDoubt(var doubt, var resolveAfter) -> {
                Parts.write(out, doubt);
                out.put("resolveAfter", resolveAfter.toString());
                out.put(WHY, doubt.reason().words());
            }
            case ApprovalFound(var tno, var amount) -> {
                out.put("tno", tno.text());
                out.put("amount", amount.amount());
            }
            case NoApprovalFound(var asked) -> out.put("asked", asked.toString());
            case NetCancelled(var at) -> out.put("at", at.toString());
            case VoidDelayed(var reason) -> reason(out, reason);
            case ResolverGaveUp(var reason) -> reason(out, reason);
            case CancelRequested(var cancellation, var resolveAfter) -> {
                Parts.write(out, cancellation);
                out.put("resolveAfter", resolveAfter.toString());
            }
            case AcquirerCancelled(var at) -> out.put("at", at.toString());
            case CancelRefused(var ground, var code, var message) -> {
                out.put("ground", ground.name());
                refusal(out, code, message);
            }
            case CancelNotSent(var why) -> out.put("why", why);
            case CancelInDoubt(var reason) -> reason(out, reason);
        }
    }

    private static void reason(JsonText out, Doubt.Reason reason) {
        out.put("reason", reason.name());
        out.put(WHY, reason.words());
    }

    private static void refusal(JsonText out, String code, String message) {
        out.put("code", code);
        out.put("message", message);
    }

    static Event read(String name, String detail) {
        var in = Json.read(detail);
        return switch (name) {
            case "PayRequested" -> new PayRequested(Parts.attempt(in), moment(in, "resolveAfter"));
            case "AcquirerApproved" -> new AcquirerApproved(Parts.approval(in));
            case "AcquirerDeclined" -> new AcquirerDeclined(in.text("code"), in.text("message"));
            case "AcquirerNotReached" -> new AcquirerNotReached(in.text("why"));
            case "ApprovalInDoubt" -> new ApprovalInDoubt(Parts.doubt(in), moment(in, "resolveAfter"));
            case "ApprovalFound" ->
                new ApprovalFound(new AcquirerTransactionId(in.text("tno")), new Won(in.number("amount")));
            case "NoApprovalFound" -> new NoApprovalFound(moment(in, "asked"));
            case "NetCancelled" -> new NetCancelled(LocalDateTime.parse(in.text("at")));
            case "VoidDelayed" -> new VoidDelayed(Doubt.Reason.valueOf(in.text("reason")));
            case "ResolverGaveUp" -> new ResolverGaveUp(Doubt.Reason.valueOf(in.text("reason")));
            case "CancelRequested" -> new CancelRequested(Parts.cancellation(in), moment(in, "resolveAfter"));
            case "AcquirerCancelled" -> new AcquirerCancelled(LocalDateTime.parse(in.text("at")));
            case "CancelRefused" ->
                new CancelRefused(CancelRefused.Ground.valueOf(in.text("ground")), in.text("code"), in.text("message"));
            case "CancelNotSent" -> new CancelNotSent(in.text("why"));
            case "CancelInDoubt" -> new CancelInDoubt(Doubt.Reason.valueOf(in.text("reason")));
            default -> throw new IllegalArgumentException("unknown event " + name);
        };
    }

    private static Instant moment(Json in, String name) {
        return Instant.parse(in.text(name));
    }

    private EventCodec() {}
}
