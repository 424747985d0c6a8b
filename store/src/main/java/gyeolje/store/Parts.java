package gyeolje.store;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.Won;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What payments and events are made of, to and from JSON. */
final class Parts {
    static void write(JsonText out, Attempt attempt) {
        out.put("attempt", it -> {
            it.put("authentication", attempt.authentication().text());
            it.put("day", attempt.day().toString());
            it.put("startedAt", attempt.startedAt().toString());
            it.put("claim", attempt.claim());
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

    static void write(JsonText out, Approval approval) {
        out.put("approval", it -> {
            it.put("tno", approval.tno().text());
            it.put("amount", approval.amount().amount());
            it.put("approvedAt", approval.approvedAt().toString());
            write(it, approval.means());
        });
    }

    private static void write(JsonText out, Means means) {
        switch (means) {
            case Means.KakaoMoney(var cashReceipt) -> {
                out.put("means", "KAKAO_MONEY");
                out.put("cashReceipt", cashReceipt.amount());
            }
            case Means.KakaoCard(var approvalNumber, var cardName, var maskedNumber, var instalments) -> {
                out.put("means", "KAKAO_CARD");
                out.put("approvalNumber", approvalNumber);
                out.put("cardName", cardName);
                out.put("maskedNumber", maskedNumber);
                out.put("instalments", instalments);
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

    static void write(JsonText out, Doubt doubt) {
        out.put("doubt", it -> {
            it.put("reason", doubt.reason().name());
            switch (doubt.trace()) {
                case Trace.Known(var tno) -> it.put("tno", tno.text());
                case Trace.Unknown() -> {}
            }
            it.put("since", doubt.since().toString());
        });
    }

    static Doubt doubt(Json in) {
        var it = in.object("doubt");
        Trace trace = it.has("tno") ? new Trace.Known(new AcquirerTransactionId(it.text("tno"))) : new Trace.Unknown();
        return new Doubt(Doubt.Reason.valueOf(it.text("reason")), trace, Instant.parse(it.text("since")));
    }

    static void write(JsonText out, Cancellation cancellation) {
        out.put("cancellation", it -> {
            it.put("request", cancellation.request().text());
            it.put("reason", cancellation.reason());
            it.put("requestedAt", cancellation.requestedAt().toString());
        });
    }

    static Cancellation cancellation(Json in) {
        var it = in.object("cancellation");
        return new Cancellation(
                new Sha256(it.text("request")), it.text("reason"), Instant.parse(it.text("requestedAt")));
    }

    private Parts() {}
}
