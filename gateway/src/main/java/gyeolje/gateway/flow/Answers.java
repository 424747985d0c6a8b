package gyeolje.gateway.flow;

import static gyeolje.core.payment.ResponseCode.ALREADY_PAID;
import static gyeolje.core.payment.ResponseCode.ASK_OPERATOR;
import static gyeolje.core.payment.ResponseCode.SUCCESS;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Cancelled;
import gyeolje.core.payment.Payment.Cancelling;
import gyeolje.core.payment.Payment.Declined;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Payment.Paid;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.Payment.Stuck;
import gyeolje.core.payment.Payment.Voided;
import gyeolje.core.payment.Payment.Voiding;
import gyeolje.core.payment.Registration.NotNeeded;
import gyeolje.core.payment.Registration.Registered;
import gyeolje.core.value.WindowText;
import java.time.format.DateTimeFormatter;

/** Answers computed from the durable record alone, so that a repeated request hears the same bytes (merchant API, section 5). */
final class Answers {
    private static final DateTimeFormatter WIRE_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    static Answer ordered(Order order) {
        var body = Answer.envelope(SUCCESS);
        body.put("good_mny", order.amount().digits());
        body.put("site_cd", order.site().text());
        body.put("Ret_URL", order.returnUrl());
        body.put("buyr_name", WindowText.of(order.buyer().name(), WindowText.BUYER_NAME_BYTES));
        body.put("ordr_idxx", order.transaction().text());
        body.put("good_name", WindowText.of(order.itemName(), WindowText.GOOD_NAME_BYTES));
        switch (order.registration()) {
            case Registered(var approvalKey, var payUrl) -> {
                body.put("approval_key", approvalKey);
                body.put("pay_url", payUrl);
            }
            case NotNeeded _ -> {}
        }
        return new Answer(200, body, 0);
    }

    /** What every pay of this attempt hears once it is no longer under way. */
    static Answer paid(Payment payment) {
        return switch (payment) {
            case Paid paid -> approved(paid.order(), paid.approval());
            case Cancelling cancelling -> approved(cancelling.order(), cancelling.approval());
            case Cancelled cancelled -> approved(cancelled.order(), cancelled.approval());
            case Declined declined -> Answer.of(declined.code(), declined.message());
            case Voiding _, Voided _, Stuck _ -> Answer.of(ASK_OPERATOR);
            case Ordered _, Paying _ -> Answer.of(ALREADY_PAID);
        };
    }

    private static Answer approved(Order order, Approval approval) {
        var body = Answer.envelope(SUCCESS);
        body.put("transactionId", order.transaction().text());
        body.put("orderNumber", order.number().text());
        body.put(
                "type",
                switch (approval.means()) {
                    case KakaoMoney _ -> "KAKAO_MONEY";
                    case KakaoCard _ -> "KAKAO_CARD";
                });
        body.put("authDateTime", WIRE_TIME.format(approval.approvedAt()));
        body.put("amount", approval.amount().digits());
        switch (approval.means()) {
            case KakaoMoney(var cashReceipt) -> body.put("cashReceipt", cashReceipt.digits());
            case KakaoCard(var approvalNumber, var cardName, var maskedNumber, var instalments) -> {
                body.put("authNumber", approvalNumber);
                body.put("cardName", cardName);
                body.put("cardNo", maskedNumber);
                body.put("quota", Integer.toString(instalments));
            }
        }
        return new Answer(200, body, 0);
    }

    static Answer cancelled(Cancelled cancelled) {
        var body = Answer.envelope(SUCCESS);
        body.put("transactionId", cancelled.order().transaction().text());
        body.put("cancelDateTime", WIRE_TIME.format(cancelled.cancelledAt()));
        return new Answer(200, body, 0);
    }

    private Answers() {}
}
