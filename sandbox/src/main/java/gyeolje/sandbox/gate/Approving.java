package gyeolje.sandbox.gate;

import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Ask;
import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Certificates;
import gyeolje.sandbox.wire.Refused;
import gyeolje.sandbox.wire.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Moves the money of an authentication, once (KCP wire, approval). */
final class Approving {
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final Ledger ledger;
    private final Authentications authentications;
    private final Certificates certificates;
    private final TradeFields fields;

    Approving(Ledger ledger, Authentications authentications, Certificates certificates, TradeFields fields) {
        this.ledger = ledger;
        this.authentications = authentications;
        this.certificates = certificates;
        this.fields = fields;
    }

    /** @param late how long the approval stays unknown to everybody who asks */
    Map<String, String> answer(Map<String, String> request, Instant now, Duration late) {
        Ask ask = new Ask(request);
        if (ask.has("ordr_no")) {
            ledger.countApproveCall(ask.text("site_cd"), ask.text("ordr_no"));
        }
        try {
            Authentication authentication = checked(ask, now);
            if (!authentication.outcome().equals(Result.OK.code())) {
                ledger.use(authentication);
                return declined(authentication).fields();
            }
            Approval approval = ledger.approve(authentication, now, now.plus(late))
                    .orElseThrow(() -> new Refused(Result.DUPLICATE));
            return fields.approved(approval);
        } catch (Refused refused) {
            return refused.result().fields();
        }
    }

    /** The authentication is spent, as after a real decline; nothing else happens. */
    void spend(Map<String, String> request) {
        Ask ask = new Ask(request);
        ledger.countApproveCall(ask.text("site_cd"), ask.text("ordr_no"));
        authentications.open(ask.text("enc_data"), ask.text("enc_info")).ifPresent(ledger::use);
    }

    private Authentication checked(Ask ask, Instant now) throws Refused {
        String site = ask.site();
        certificates.key(ask.text("kcp_cert_info"), now);
        if (!ask.text("tran_cd").equals("00100000")) {
            throw new Refused(Result.TRAN_CODE);
        }
        Authentication authentication = authentications
                .open(ask.text("enc_data"), ask.text("enc_info"))
                .orElseThrow(() -> new Refused(Result.CRYPTO));
        if (!ask.has("ordr_no")) {
            ledger.countApproveCall(site, authentication.order());
        }
        if (!authentication.siteCode().equals(site)) {
            throw new Refused(Result.SITE_MIXED);
        }
        if (ledger.isUsed(authentication)) {
            throw new Refused(Result.DUPLICATE);
        }
        if (now.isAfter(authentication.at().plus(FRESH))) {
            throw new Refused(Result.STALE);
        }
        if (ask.has("ordr_no") && !ask.text("ordr_no").equals(authentication.order())) {
            throw new Refused(Result.CRYPTO.saying("인증 정보의 주문번호와 다릅니다."));
        }
        if (ask.money("ordr_mony", Result.PRICE_WRONG) != authentication.amount()) {
            throw new Refused(Result.AMOUNT_WRONG);
        }
        return authentication;
    }

    /** How KCP wraps KakaoPay money's own declines is not public; the card's code with KakaoPay's cause is our guess. */
    private static Result declined(Authentication authentication) {
        Result result = Result.of(authentication.outcome());
        return switch (authentication.method()) {
            case KAKAO_CARD -> result;
            case KAKAO_MONEY ->
                result.code().equals("CC10") ? result.saying("카카오페이머니 잔액이 부족합니다.(LACK_BALANCE)") : result;
        };
    }
}
