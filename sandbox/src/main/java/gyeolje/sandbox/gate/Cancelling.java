package gyeolje.sandbox.gate;

import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.ledger.CancelOrder;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Ask;
import gyeolje.sandbox.wire.Certificates;
import gyeolje.sandbox.wire.Refused;
import gyeolje.sandbox.wire.Result;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;

/** Gives money back, wholly or in part (KCP wire, cancellation). */
final class Cancelling {
    private final Ledger ledger;
    private final Certificates certificates;
    private final TradeFields fields;

    Cancelling(Ledger ledger, Certificates certificates, TradeFields fields) {
        this.ledger = ledger;
        this.certificates = certificates;
        this.fields = fields;
    }

    Map<String, String> answer(Map<String, String> request, Instant now) {
        try {
            return cancel(new Ask(request), now);
        } catch (Refused refused) {
            return refused.result().fields();
        }
    }

    private Map<String, String> cancel(Ask ask, Instant now) throws Refused {
        String site = ask.site();
        PublicKey key = certificates.key(ask.text("kcp_cert_info"), now);
        String tno = ask.needed("tno");
        String type = ask.needed("mod_type");
        certificates.verify(key, site + '^' + tno + '^' + type, ask.needed("kcp_sign_data"));
        CancelOrder order = order(ask, type);
        ask.noForbiddenCharacters("mod_desc");
        Approval approval = ledger.byTno(site, tno, now).orElseThrow(() -> new Refused(Result.NO_SUCH_TRADE));
        approval.countCancelCall();
        Result result = ledger.cancel(approval, order, now);
        if (!result.equals(Result.OK)) {
            throw new Refused(result);
        }
        return switch (order) {
            case CancelOrder.Whole _ -> fields.cancelledWhole(approval, now);
            case CancelOrder.Part(long part, long _) -> fields.cancelledPart(approval, part, now);
        };
    }

    private static CancelOrder order(Ask ask, String type) throws Refused {
        return switch (type) {
            case "STSC" -> new CancelOrder.Whole();
            case "STPC" ->
                new CancelOrder.Part(
                        ask.money("mod_mny", Result.CALL_WRONG.saying("부분취소 금액(mod_mny)이 잘못되었습니다.")),
                        ask.money("rem_mny", Result.CALL_WRONG.saying("취소 가능 잔액(rem_mny)이 잘못되었습니다.")));
            default -> throw new Refused(Result.CALL_WRONG.saying("취소 구분(mod_type)이 잘못되었습니다."));
        };
    }
}
