package gyeolje.sandbox.window;

import gyeolje.sandbox.wire.FormText;
import gyeolje.sandbox.wire.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields a window ends with, as the merchant receives them (KCP wire, what KCP posts to Ret_URL). */
final class ReturnFields {
    /** In the order KCP posts them; what the result does not set, the merchant's own form does, or nobody. */
    private static final List<String> MOBILE = List.of(
            "tran_cd",
            "kvp_card_code",
            "card_code",
            "kcp_select_card_code",
            "enc_data",
            "enc_info",
            "card_pay_method",
            "card_mask_no",
            "card_point_use",
            "app_pay_type",
            "kcp_group_id",
            "escw_used",
            "req_tx",
            "rtn_key_info_yn",
            "trace_no",
            "buyr_tel2",
            "buyr_mail",
            "buyr_tel1",
            "lang_flag",
            "param_opt_1",
            "param_opt_3",
            "param_opt_2",
            "ally_type",
            "buyr_name",
            "confirm_type",
            "good_name",
            "deli_term",
            "rcvr_add2",
            "rcvr_add1",
            "rcvr_zipx",
            "bask_cntx",
            "Ret_URL_Method_Type",
            "rcvr_mail",
            "pay_method",
            "rcvr_tel1",
            "rcvr_tel2",
            "site_cd",
            "good_mny",
            "ordr_idxx",
            "encoding_trans",
            "rcvr_name",
            "pay_mod",
            "good_info",
            "use_pay_method",
            "smart_useyn",
            "ally_code",
            "Ret_URL",
            "res_cd",
            "res_msg");

    private static final List<String> PC = List.of(
            "res_cd",
            "res_msg",
            "enc_info",
            "enc_data",
            "ret_pay_method",
            "tran_cd",
            "use_pay_method",
            "card_pay_method",
            "ordr_chk",
            "cash_yn",
            "cash_tr_code",
            "cash_id_info",
            "site_cd",
            "ordr_idxx",
            "good_mny",
            "good_name",
            "buyr_name",
            "param_opt_1",
            "param_opt_2",
            "param_opt_3");

    private ReturnFields() {}

    /** @param authenticated what the buyer's agreement yielded; empty when there was none */
    static Map<String, String> of(Purchase purchase, Result result, Map<String, String> authenticated) {
        Map<String, String> set = new LinkedHashMap<>(authenticated);
        set.put("res_cd", result.code());
        set.put("res_msg", result.message());
        set.putIfAbsent("enc_data", "");
        set.putIfAbsent("enc_info", "");
        set.putIfAbsent("tran_cd", "");
        set.putIfAbsent("card_pay_method", "");
        set.put("use_pay_method", "100000000000");
        return switch (purchase.kind()) {
            case MOBILE -> mobile(purchase, set);
            case PC -> pc(purchase, set);
        };
    }

    private static Map<String, String> mobile(Purchase purchase, Map<String, String> set) {
        set.put("req_tx", "pay");
        set.put("pay_method", "CARD");
        set.put("escw_used", "N");
        set.put("card_point_use", "N");
        set.put("app_pay_type", "I");
        set.put("smart_useyn", "Y");
        set.put("trace_no", purchase.text("traceNo"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : MOBILE) {
            fields.put(name, FormText.fitting(set.getOrDefault(name, purchase.text(name))));
        }
        return fields;
    }

    private static Map<String, String> pc(Purchase purchase, Map<String, String> set) {
        set.put("ret_pay_method", "CARD");
        set.put("ordr_chk", purchase.order() + '|' + purchase.text("good_mny"));
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : PC) {
            fields.put(name, set.getOrDefault(name, purchase.text(name)));
        }
        return fields;
    }
}
