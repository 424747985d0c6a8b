package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fuzz target: only a success about this trade cancels, only a definite no refuses; the rest is a doubt. */
public final class CancelAnswerFuzz {
    private static final CancelReading READING = new CancelReading(FuzzedReply.CLOCK);

    public static void fuzzerTestOneInput(byte[] input) {
        var fuzzed = FuzzedReply.of(input);
        var asked = new AtomicBoolean();
        var outcome = READING.read(FuzzedReply.ORDER, Scene.TNO, fuzzed.reply(), () -> {
            asked.set(true);
            return new CancelInDoubt(Reason.UPSTREAM_FAULT);
        });
        switch (outcome) {
            case AcquirerCancelled _ -> cancelled(fuzzed);
            case CancelRefused refused -> refused(fuzzed, refused);
            case CancelInDoubt _ -> {}
            case CancelNotSent _ -> throw new AssertionError("something answered, so something was sent");
        }
        if (asked.get()) assertEquals(200, fuzzed.status());
    }

    private static void cancelled(FuzzedReply fuzzed) {
        fuzzed.saysDone();
        var values = fuzzed.answer().values();
        var tno = values.getOrDefault(Field.TRADE.wire(), "");
        var order = values.getOrDefault(Field.ORDER.wire(), "");
        assertTrue(tno.isEmpty() || tno.equals(Scene.TNO.text()), "another trade");
        assertTrue(
                order.isEmpty() || order.equals(FuzzedReply.ORDER.transaction().text()), "another order");
    }

    private static void refused(FuzzedReply fuzzed, CancelRefused refused) {
        assertEquals(fuzzed.answer().code(), refused.code());
        assertTrue(!refused.code().equals("0000") && refused.code().matches("[0-9A-Za-z]{1,10}"));
        assertTrue(fuzzed.status() == 200 || fuzzed.status() == 400, "another status blames nobody");
        FuzzedReply.printable(refused.message(), 200);
    }

    private CancelAnswerFuzz() {}
}
