package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of several faults the first in the protocol's order is answered (merchant API, section 6): missing before wrong, each in table order. */
final class PrecedenceTest {
    private static final List<String> REQUIRED_OF_ORDER =
            List.of("orderNumber", "amount", "itemName", "userName", "returnUrl", "signature", "timestamp");
    private static final List<String> ORDER = List.of(
            "orderNumber",
            "userAgent",
            "appUrl",
            "amount",
            "itemName",
            "userName",
            "returnUrl",
            "userEmail",
            "signature",
            "timestamp",
            "cashbillYn",
            "mobileNumber");
    private static final String WRONG = "\u0001";

    @Test
    void ofAnEmptyOrderTheMissingFieldsAreNamedOneAfterTheOther() {
        var fields = new HashMap<String, String>();
        for (var name : REQUIRED_OF_ORDER) {
            assertEquals("6001 " + name, Sample.order(fields, Profile.STANDARD));
            fields.put(name, Sample.order().getOrDefault(name, ""));
        }
        assertEquals("ok", Sample.order(fields, Profile.STANDARD));
    }

    @Test
    void ofAnOrderWithEveryFieldWrongTheWrongFieldsAreNamedOneAfterTheOther() {
        var fields = new HashMap<String, String>();
        for (var name : ORDER) fields.put(name, WRONG);
        for (var name : ORDER) {
            assertEquals("6002 " + name, Sample.order(fields, Profile.STANDARD));
            fields.put(name, Sample.order().getOrDefault(name, ""));
        }
        assertEquals("ok", Sample.order(fields, Profile.STANDARD));
    }

    @Test
    void theLastMissingFieldComesBeforeTheFirstWrongOne() {
        var fields = Sample.order();
        fields.put("orderNumber", WRONG);
        fields.remove("timestamp");
        assertEquals("6001 timestamp", Sample.order(fields, Profile.STANDARD));
    }

    @Test
    void aValueThatIsNoTextIsWrongRatherThanMissing() {
        var texts = Sample.order();
        texts.remove("amount");
        texts.remove("timestamp");
        var in = new Fields(texts, Set.of("amount"));
        assertEquals("6001 timestamp", Sample.heard(OrderRequest.parse(in, Sample.reading(Profile.STANDARD))));
    }

    @Test
    void payAndCancelFollowTheirOwnTables() {
        var pay = new HashMap<String, String>();
        for (var name : List.of("res_cd", "enc_info", "enc_data", "card_pay_method", "ordr_idxx")) {
            assertEquals("6001 " + name, pay(pay));
            pay.put(name, Sample.pay().getOrDefault(name, ""));
        }
        assertEquals("ok", pay(pay));
        var cancel = new HashMap<String, String>();
        for (var name : List.of("transactionId", "cancelReason", "signature")) {
            assertEquals("6001 " + name, cancel(cancel));
            cancel.put(name, Sample.cancel().getOrDefault(name, ""));
        }
        assertEquals("ok", cancel(cancel));
    }

    @Test
    void aBodyThatNamesAnotherMerchantThanItsPathIsWrongInThat() {
        var order = Sample.order();
        order.put("merchantId", "other");
        assertEquals("6002 merchantId", Sample.order(order, Profile.STANDARD));
        var pay = Sample.pay();
        pay.put("merchantId", "Tester");
        assertEquals("6002 merchantId", pay(pay));
        var cancel = Sample.cancel();
        cancel.put("merchantId", "other");
        assertEquals("6002 merchantId", cancel(cancel));
    }

    @Test
    void fieldsThatNobodyKnowsAreIgnored() {
        var order = Sample.order();
        order.put("serviceType", "\u0000");
        assertEquals("ok", Sample.order(order, Profile.STANDARD));
    }

    /** A window that was closed brings a result code and empty encrypted parts: the merchant hears what happened, not what is empty. */
    @Test
    void anAuthenticationThatFailedIsSaidBeforeItsEmptyPartsAreMissed() {
        for (var code : List.of("3001", "00", "00000", "０００0", " 0000", "x")) {
            var pay = Sample.pay();
            pay.put("res_cd", code);
            pay.put("enc_data", "");
            pay.put("enc_info", "");
            assertEquals("9002", pay(pay), code);
        }
    }

    @Test
    void aTransactionThatIsNoNumberOfOursIsAnUnknownOrder() {
        for (var id : List.of("1", "20260401120000kk0001", "20260401120000KK000", "' or 1=1", "../../etc")) {
            var pay = Sample.pay();
            pay.put("ordr_idxx", id);
            assertEquals("8001", pay(pay), id);
        }
    }

    private static String pay(Map<String, String> fields) {
        return Sample.heard(PayRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD)));
    }

    private static String cancel(Map<String, String> fields) {
        return Sample.heard(CancelRequest.parse(Sample.fields(fields), Sample.reading(Profile.STANDARD)));
    }
}
