package gyeolje.sandbox.gate;

import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Ask;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Certificates;
import gyeolje.sandbox.wire.FormText;
import gyeolje.sandbox.wire.Refused;
import gyeolje.sandbox.wire.Result;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Announces a mobile trade and hands out the key to its window (KCP wire, mobile trade registration). */
final class Registering {
    private static final int LONGEST_ORDER = 40;
    private static final int LONGEST_GOODS = 100;

    private final Ledger ledger;
    private final Authentications authentications;
    private final Certificates certificates;
    private final Supplier<String> publicUrl;

    Registering(Ledger ledger, Authentications authentications, Certificates certificates, Supplier<String> publicUrl) {
        this.ledger = ledger;
        this.authentications = authentications;
        this.certificates = certificates;
        this.publicUrl = publicUrl;
    }

    Map<String, String> answer(Map<String, String> fields, String path, Instant now) {
        try {
            Ask ask = new Ask(fields);
            if (path.startsWith("/std/")) {
                certificates.key(ask.text("kcp_cert_info"), now);
            }
            return register(ask, path);
        } catch (Refused refused) {
            return refused.result().registrationFields();
        }
    }

    private Map<String, String> register(Ask ask, String path) throws Refused {
        String site = ask.site();
        String order = ask.needed("ordr_idxx", Result.ORDER_MISSING);
        String goods = ask.needed("good_name", Result.GOODS_MISSING);
        String price = ask.needed("good_mny", Result.PRICE_MISSING);
        long amount = ask.money("good_mny", Result.PRICE_WRONG);
        ask.needed("Ret_URL", Result.RETURN_MISSING);
        String method = ask.needed("pay_method");
        ask.noForbiddenCharacters("good_name");
        if (order.length() > LONGEST_ORDER || FormText.length(goods) > LONGEST_GOODS || amount == 0) {
            throw new Refused(Result.CALL_WRONG.saying("길이나 값이 허용 범위를 넘었습니다."));
        }
        if (!ledger.register(site, order)) {
            throw new Refused(Result.ORDER_REGISTERED);
        }
        Map<String, String> answer = Result.OK.registrationFields();
        answer.put("approvalKey", authentications.approvalKey(site, order, price));
        answer.put("PayUrl", publicUrl.get() + "/pay/mobileGW.kcp");
        answer.put("traceNo", TraceNumber.of(authentications, site, order));
        answer.put("hashData", authentications.digits("hash " + order, 32));
        answer.put("paymentMethod", method);
        answer.put("request_URI", path);
        return answer;
    }
}
