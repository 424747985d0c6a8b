package gyeolje.sandbox.gate;

import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Card;
import gyeolje.sandbox.wire.Result;
import gyeolje.sandbox.wire.Seoul;
import java.time.Instant;
import java.util.Map;

/** A trade as KCP spells it in the answers to approval, cancel and inquiry. */
final class TradeFields {
    private final Authentications authentications;

    TradeFields(Authentications authentications) {
        this.authentications = authentications;
    }

    Map<String, String> approved(Approval approval) {
        Map<String, String> answer = trade(approval);
        method(answer, approval);
        answer.put("app_time", Seoul.second(approval.at()));
        answer.put("trace_no", trace(approval));
        answer.put("ca_order_id", approval.order());
        answer.put("pg_txid", Seoul.second(approval.at()).substring(4) + "MK" + approval.tno());
        answer.put("escw_yn", "N");
        answer.put("bizx_numb", "");
        answer.put("mcht_taxno", "0000000000");
        answer.put("mall_taxno", "0000000000");
        answer.put("cert_no", "");
        answer.put("join_cd", "");
        long vat = Math.round(approval.amount() / 11.0);
        answer.put("res_tax_flag", "TG01");
        answer.put("res_tax_mny", Long.toString(approval.amount() - vat));
        answer.put("res_vat_mny", Long.toString(vat));
        answer.put("res_free_mny", "0");
        return answer;
    }

    Map<String, String> cancelledWhole(Approval approval, Instant now) {
        Map<String, String> answer = trade(approval);
        cancelCommon(answer, approval, now);
        return answer;
    }

    Map<String, String> cancelledPart(Approval approval, long part, Instant now) {
        Map<String, String> answer = trade(approval);
        String amount = Long.toString(part);
        String balance = Long.toString(approval.balance());
        int step = approval.cancelled().steps();
        answer.put("panc_mod_mny", amount);
        answer.put("panc_rem_mny", balance);
        answer.put("mod_mny", amount);
        answer.put("rem_mny", balance);
        answer.put("mod_seq_no", Integer.toString(step));
        answer.put("mod_pcan_seq_no", approval.tno() + "%02d".formatted(step));
        switch (approval.authentication().method()) {
            case KAKAO_MONEY -> {}
            case KAKAO_CARD -> {
                answer.put("panc_card_mod_mny", amount);
                answer.put("panc_coupon_mod_mny", "0");
                answer.put("card_mod_mny", amount);
                answer.put("coupon_mod_mny", "0");
            }
        }
        cancelCommon(answer, approval, now);
        return answer;
    }

    Map<String, String> status(Approval approval) {
        Map<String, String> answer = trade(approval);
        answer.put("rem_mny", Long.toString(approval.balance()));
        answer.put(
                "stat_ca_cd",
                switch (approval.state()) {
                    case APPROVED -> "STSR";
                    case PARTLY_CANCELLED -> "STPC";
                    case CANCELLED -> "STSC";
                });
        brief(answer, approval);
        answer.put("canc_card_yn", approval.state() == Approval.State.APPROVED ? "N" : "Y");
        answer.put("app_time", Seoul.second(approval.at()));
        answer.put("can_time", approval.cancelled().at().map(Seoul::second).orElse(""));
        return answer;
    }

    private void cancelCommon(Map<String, String> answer, Approval approval, Instant now) {
        brief(answer, approval);
        answer.put("app_time", Seoul.second(approval.at()));
        answer.put("canc_time", Seoul.second(now));
        answer.put("canc_gubn", "B");
        switch (approval.authentication().method()) {
            case KAKAO_MONEY -> {
                answer.put("app_easypoint_time", Seoul.second(approval.at()));
                answer.put("app_cash_receipt_yn", "Y");
                answer.put("app_cash_receipt_mny", Long.toString(approval.balance()));
            }
            case KAKAO_CARD -> {}
        }
        answer.put("trace_no", trace(approval));
    }

    private static Map<String, String> trade(Approval approval) {
        Map<String, String> answer = Result.OK.fields();
        answer.put("tno", approval.tno());
        answer.put("amount", Long.toString(approval.amount()));
        answer.put("order_no", approval.order());
        return answer;
    }

    /** What every answer says of the way it was paid. */
    private void brief(Map<String, String> answer, Approval approval) {
        String amount = Long.toString(approval.amount());
        switch (approval.authentication().method()) {
            case KAKAO_MONEY -> {
                answer.put("pay_method", "PAKM");
                answer.put("service_corp_id", "SCKA");
                answer.put("easypoint_mny", amount);
            }
            case KAKAO_CARD -> {
                Card card = Card.coded(approval.authentication().cardCode());
                answer.put("pay_method", "PACA");
                answer.put("card_other_pay_type", "OT13");
                answer.put("card_cd", card.code());
                answer.put("card_name", card.name());
                answer.put("card_no", card.masked());
                answer.put("card_mny", amount);
                answer.put("coupon_mny", "0");
                answer.put("app_no", authentications.digits("app_no " + approval.tno(), 8));
                answer.put("quota", approval.authentication().quota());
            }
        }
    }

    /** What only the approval says of it. */
    private void method(Map<String, String> answer, Approval approval) {
        brief(answer, approval);
        Authentication authentication = approval.authentication();
        String time = Seoul.second(approval.at());
        switch (authentication.method()) {
            case KAKAO_MONEY -> {
                answer.put("app_easypoint_time", time);
                answer.put("app_cash_receipt_yn", "Y");
                answer.put("app_cash_receipt_mny", Long.toString(approval.amount()));
            }
            case KAKAO_CARD -> {
                Card card = Card.coded(authentication.cardCode());
                answer.put("noinf", "N");
                answer.put("partcanc_yn", "Y");
                answer.put("card_bin_type_01", "0");
                answer.put("card_bin_type_02", "0");
                answer.put("card_bin_bank_cd", card.code());
                answer.put("acqu_cd", card.code());
                answer.put("acqu_name", card.name());
                answer.put("use_point", "0");
                answer.put("van_cd", "VNKC");
                answer.put("van_apptime", time);
            }
        }
    }

    private String trace(Approval approval) {
        return TraceNumber.of(authentications, approval.siteCode(), approval.order());
    }
}
