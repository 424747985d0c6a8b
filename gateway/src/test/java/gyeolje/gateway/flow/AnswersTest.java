package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Registration.Registered;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Won;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Answers are read off the record (merchant API, section 5). */
final class AnswersTest {
    private static Payment.Paid paid(Approval.Means means) {
        return new Payment.Paid(
                Stage.order(),
                Stage.attempt(),
                new Approval(ScriptedAcquirer.TNO, new Won(1004), ScriptedAcquirer.APPROVED_AT, means));
    }

    @Test
    void an_order_for_a_pc_has_what_its_window_needs() {
        assertEquals(
                "{responseCode=0000, responseMsg=성공, good_mny=1004, site_cd=T0000, Ret_URL=https://shop.example/return,"
                        + " buyr_name=김결제, ordr_idxx=20260401120000KK0001, good_name=텀블러}",
                Answers.ordered(Stage.order()).body().toString());
    }

    @Test
    void an_order_for_a_phone_also_has_the_acquirers_token_and_address() {
        var body = Answers.ordered(Stage.order().registered(new Registered("key", "https://window.example/pay")))
                .body();
        assertEquals("key", body.get("approval_key"));
        assertEquals("https://window.example/pay", body.get("pay_url"));
    }

    @Test
    void a_payment_with_money_tells_of_its_receipt() {
        assertEquals(
                "{responseCode=0000, responseMsg=성공, transactionId=20260401120000KK0001, orderNumber=ORDER-1,"
                        + " type=KAKAO_MONEY, authDateTime=20260401120005, amount=1004, cashReceipt=900}",
                Answers.paid(paid(new KakaoMoney(new Won(900)))).body().toString());
    }

    @Test
    void a_payment_with_a_card_tells_of_the_card() {
        assertEquals(
                "{responseCode=0000, responseMsg=성공, transactionId=20260401120000KK0001, orderNumber=ORDER-1,"
                        + " type=KAKAO_CARD, authDateTime=20260401120005, amount=1004, authNumber=12345678,"
                        + " cardName=국민카드, cardNo=123456******7890, quota=3}",
                Answers.paid(paid(new KakaoCard("12345678", "국민카드", "123456******7890", 3)))
                        .body()
                        .toString());
    }

    @Test
    void a_payment_that_is_being_or_was_cancelled_still_answers_as_paid() {
        var paid = paid(new KakaoMoney(new Won(900)));
        var cancellation = new Cancellation(Digests.sha256("cancel"), "고객 변심", HandTime.NOON);
        var cancelling =
                new Payment.Cancelling(paid.order(), paid.attempt(), paid.approval(), cancellation, HandTime.NOON);
        var cancelled = new Payment.Cancelled(
                paid.order(), paid.attempt(), paid.approval(), cancellation, ScriptedAcquirer.CANCELLED_AT);
        assertEquals(Answers.paid(paid), Answers.paid(cancelling));
        assertEquals(Answers.paid(paid), Answers.paid(cancelled));
        assertEquals(
                "{responseCode=0000, responseMsg=성공, transactionId=20260401120000KK0001, cancelDateTime=20260401120500}",
                Answers.cancelled(cancelled).body().toString());
    }

    @Test
    void a_refused_payment_answers_with_the_acquirers_words_and_a_doubt_with_9001() {
        var doubt = new Doubt(Doubt.Reason.NO_ANSWER, new Doubt.Trace.Unknown(), HandTime.NOON);
        assertEquals(
                Answer.of("CC10", "잔액 부족"),
                Answers.paid(new Payment.Declined(Stage.order(), Stage.attempt(), "CC10", "잔액 부족")));
        for (var payment : List.of(
                new Payment.Voiding(Stage.order(), Stage.attempt(), doubt, HandTime.NOON),
                new Payment.Voided(Stage.order(), Stage.attempt(), doubt),
                new Payment.Stuck(Stage.order(), Stage.attempt(), doubt)))
            assertEquals(Answer.of("9001", "관리자에게 문의해주세요."), Answers.paid(payment));
    }
}
