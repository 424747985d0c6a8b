package gyeolje.store;

import com.fasterxml.jackson.core.JsonGenerator;
import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.Won;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What payments and events are made of, to and from JSON. */
final class Parts {
    static void write(JsonGenerator out, Attempt attempt) throws IOException {
        Json.writeObject(out, "attempt", it -> {
            it.writeStringField("authentication", attempt.authentication().text());
            it.writeStringField("day", attempt.day().toString());
            it.writeStringField("startedAt", attempt.startedAt().toString());
            it.writeNumberField("claim", attempt.claim());
        });
    }

    static Attempt attempt(Json in) {
        var it = in.object("attempt");
        return new Attempt(
                new Sha256(it.text("authentication")),
                LocalDate.parse(it.text("day")),
                Instant.parse(it.text("startedAt")),
                it.number("claim"));
    }

    static void write(JsonGenerator out, Approval approval) throws IOException {
        Json.writeObject(out, "approval", it -> {
            it.writeStringField("tno", approval.tno().text());
            it.writeNumberField("amount", approval.amount().amount());
            it.writeStringField("approvedAt", approval.approvedAt().toString());
            write(it, approval.means());
        });
    }

    private static void write(JsonGenerator out, Means means) throws IOException {
        switch (means) {
            case Means.KakaoMoney(var cashReceipt) -> {
                out.writeStringField("means", "KAKAO_MONEY");
                out.writeNumberField("cashReceipt", cashReceipt.amount());
            }
            case Means.KakaoCard(var approvalNumber, var cardName, var maskedNumber, var instalments) -> {
                out.writeStringField("means", "KAKAO_CARD");
                out.writeStringField("approvalNumber", approvalNumber);
                out.writeStringField("cardName", cardName);
                out.writeStringField("maskedNumber", maskedNumber);
                out.writeNumberField("instalments", instalments);
            }
        }
    }

    static Approval approval(Json in) {
        var it = in.object("approval");
        return new Approval(
                new AcquirerTransactionId(it.text("tno")),
                new Won(it.number("amount")),
                LocalDateTime.parse(it.text("approvedAt")),
                means(it));
    }

    private static Means means(Json in) {
        var name = in.text("means");
        return switch (name) {
            case "KAKAO_MONEY" -> new Means.KakaoMoney(new Won(in.number("cashReceipt")));
            case "KAKAO_CARD" ->
                new Means.KakaoCard(
                        in.text("approvalNumber"),
                        in.text("cardName"),
                        in.text("maskedNumber"),
                        Math.toIntExact(in.number("instalments")));
            default -> throw new IllegalArgumentException("unknown means of payment " + name);
        };
    }

    static void write(JsonGenerator out, Doubt doubt) throws IOException {
        Json.writeObject(out, "doubt", it -> {
            it.writeStringField("reason", doubt.reason().name());
            switch (doubt.trace()) {
                case Trace.Known(var tno) -> it.writeStringField("tno", tno.text());
                case Trace.Unknown() -> {}
            }
            it.writeStringField("since", doubt.since().toString());
        });
    }

    static Doubt doubt(Json in) {
        var it = in.object("doubt");
        Trace trace = it.has("tno") ? new Trace.Known(new AcquirerTransactionId(it.text("tno"))) : new Trace.Unknown();
        return new Doubt(Doubt.Reason.valueOf(it.text("reason")), trace, Instant.parse(it.text("since")));
    }

    static void write(JsonGenerator out, Cancellation cancellation) throws IOException {
        Json.writeObject(out, "cancellation", it -> {
            it.writeStringField("request", cancellation.request().text());
            it.writeStringField("reason", cancellation.reason());
            it.writeStringField("requestedAt", cancellation.requestedAt().toString());
        });
    }

    static Cancellation cancellation(Json in) {
        var it = in.object("cancellation");
        return new Cancellation(
                new Sha256(it.text("request")), it.text("reason"), Instant.parse(it.text("requestedAt")));
    }

    private Parts() {}
}
