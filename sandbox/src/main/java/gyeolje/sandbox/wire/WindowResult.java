package gyeolje.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** The values a window ends with, which the merchant takes to its gateway (KCP wire, PC window). */
public final class WindowResult {
    private WindowResult() {}

    public static Map<String, String> authenticated(Authentication authentication, Authentications.Pair pair) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("res_cd", Result.OK.code());
        fields.put("res_msg", Result.OK.message());
        fields.put("enc_info", pair.encInfo());
        fields.put("enc_data", pair.encData());
        fields.put("tran_cd", "00100000");
        fields.put("card_pay_method", authentication.method().name());
        fields.put("ordr_idxx", authentication.order());
        fields.put("ordr_chk", authentication.order() + '|' + authentication.amount());
        return fields;
    }
}
