package gyeolje.core.request;

import static gyeolje.core.request.FieldRule.optional;
import static gyeolje.core.request.FieldRule.required;
import static gyeolje.core.request.FieldRule.sameMerchant;

import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Refusal;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.value.Text;
import gyeolje.core.value.TransactionId;
import java.util.List;

/** What the shopper's authentication brought back, sent to us to be paid (merchant API, section 5, pay). */
public record PayRequest(TransactionId transaction, Authentication authentication) {
    private static final String SUCCEEDED = "0000";
    /** The one transaction that a pay may ask for; KCP has others, such as changing an approval. */
    private static final String PAY = "00100000";

    private static final int ANY = Integer.MAX_VALUE;

    private static List<FieldRule> table(Reading reading) {
        return List.of(
                sameMerchant(reading.merchant()),
                required("res_cd", ANY, _ -> true),
                required("enc_info", ANY, Text::isPrintableAscii),
                required("enc_data", ANY, Text::isPrintableAscii),
                optional("tran_cd", ANY, PAY::equals),
                required("card_pay_method", 20, _ -> true),
                required("ordr_idxx", ANY, _ -> true));
    }

    public static Parsed<PayRequest> parse(Fields in, Reading reading) {
        if (saysNotAuthenticated(in)) return Parsed.rejected(Refusal.of(ResponseCode.NOT_AUTHENTICATED));
        var fault = FieldRule.firstFault(table(reading), in);
        if (fault.isPresent()) return Parsed.rejected(fault.get());
        var transaction = in.text("ordr_idxx");
        if (!TransactionId.isWellFormed(transaction)) return Parsed.rejected(Refusal.of(ResponseCode.UNKNOWN_ORDER));
        return Parsed.ok(new PayRequest(new TransactionId(transaction), authentication(in)));
    }

    /**
     * A failed authentication brings an empty enc_data and enc_info with it, so that its result code is judged before they are
     * missed: the merchant hears what went wrong rather than which field is empty.
     */
    private static boolean saysNotAuthenticated(Fields in) {
        var resultCode = in.text("res_cd");
        return !resultCode.isEmpty() && Text.isPrintable(resultCode) && !resultCode.equals(SUCCEEDED);
    }

    private static Authentication authentication(Fields in) {
        var tranCd = in.text("tran_cd");
        return new Authentication(
                in.text("enc_data"), in.text("enc_info"), tranCd.isEmpty() ? PAY : tranCd, in.text("card_pay_method"));
    }
}
