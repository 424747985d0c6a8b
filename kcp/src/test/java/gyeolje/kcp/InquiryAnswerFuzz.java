package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Finding.Approved;
import gyeolje.core.payment.Acquirer.Finding.Cancelled;
import gyeolje.core.payment.Acquirer.Finding.NotFound;
import gyeolje.core.payment.Acquirer.Finding.Unanswered;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;

/** Fuzz target: asked by its number or by our own, a finding is always about this trade. */
public final class InquiryAnswerFuzz {
    private static final InquiryReading READING = new InquiryReading(FuzzedReply.CLOCK);

    public static void fuzzerTestOneInput(byte[] input) {
        var fuzzed = FuzzedReply.of(input);
        check(fuzzed, new Trace.Known(Scene.TNO));
        check(fuzzed, new Trace.Unknown());
    }

    private static void check(FuzzedReply fuzzed, Trace trace) {
        Finding finding = READING.read(FuzzedReply.ORDER, trace, fuzzed.reply());
        switch (finding) {
            case Approved(var tno, var amount) -> {
                found(fuzzed, trace, tno);
                assertTrue(amount.compareTo(Won.ZERO) >= 0);
            }
            case Cancelled(var tno, var _) -> found(fuzzed, trace, tno);
            case NotFound() -> {
                assertEquals(200, fuzzed.status());
                assertTrue(!fuzzed.answer().code().equals("0000"));
            }
            case Unanswered(var why) -> assertTrue(!why.isEmpty());
        }
    }

    private static void found(FuzzedReply fuzzed, Trace trace, AcquirerTransactionId tno) {
        fuzzed.saysDone();
        switch (trace) {
            case Trace.Known(var asked) -> assertEquals(asked, tno);
            case Trace.Unknown _ ->
                assertEquals(
                        FuzzedReply.ORDER.transaction().text(),
                        fuzzed.answer().values().get(Field.ORDER.wire()));
        }
    }

    private InquiryAnswerFuzz() {}
}
