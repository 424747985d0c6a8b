package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;

/** Fuzz target: only an answer that agrees with the order approves, only a definite no declines; the rest is a doubt. */
public final class ApproveAnswerFuzz {
    private static final ApprovalReading READING = new ApprovalReading(FuzzedReply.CLOCK, FuzzedReply.FIRST_DELAY);

    public static void fuzzerTestOneInput(byte[] input) {
        var fuzzed = FuzzedReply.of(input);
        switch (READING.read(FuzzedReply.ORDER, fuzzed.reply())) {
            case AcquirerApproved(var approval) -> approved(fuzzed, approval);
            case AcquirerDeclined(var code, var message) -> declined(fuzzed, code, message);
            case ApprovalInDoubt doubt ->
                assertTrue(doubt.resolveAfter().isAfter(doubt.doubt().since()));
            case AcquirerNotReached _ -> throw new AssertionError("something answered, so something was sent");
        }
    }

    private static void approved(FuzzedReply fuzzed, Approval approval) {
        fuzzed.saysDone();
        assertEquals(FuzzedReply.ORDER.amount(), approval.amount());
        assertEquals(
                FuzzedReply.ORDER.amount().digits(), fuzzed.answer().values().get(Field.AMOUNT.wire()));
        switch (approval.means()) {
            case KakaoMoney(var receipt) -> assertTrue(receipt.compareTo(approval.amount()) <= 0);
            case KakaoCard card -> {
                long shown = card.maskedNumber().chars().filter(c -> c != '*').count();
                assertTrue(shown <= 10 && card.maskedNumber().matches("[0-9*]*"), "masked");
                assertTrue(card.instalments() >= 0 && card.instalments() <= 60);
                FuzzedReply.printable(card.cardName(), 40);
                FuzzedReply.printable(card.approvalNumber(), 20);
            }
        }
    }

    private static void declined(FuzzedReply fuzzed, String code, String message) {
        assertEquals(fuzzed.answer().code(), code);
        assertTrue(!code.equals("0000") && code.matches("[0-9A-Za-z]{1,10}"));
        assertTrue(fuzzed.status() == 200 || fuzzed.status() == 400, "another status blames nobody");
        assertTrue(!message.isEmpty());
        FuzzedReply.printable(message, 200);
    }

    private ApproveAnswerFuzz() {}
}
