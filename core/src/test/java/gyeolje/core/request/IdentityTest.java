package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gyeolje.core.payment.Authentication;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.Sha256;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When two requests are the same one sent again (merchant API, section 7). */
final class IdentityTest {
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

    @Test
    void anOrderThatDiffersInAnyFieldIsAnotherOrder() {
        var seen = new HashSet<Sha256>();
        seen.add(Sample.fields(Sample.order()).hash(ORDER));
        for (var name : ORDER) {
            var other = Sample.order();
            other.put(name, "x");
            seen.add(Sample.fields(other).hash(ORDER));
            other.remove(name);
            seen.add(Sample.fields(other).hash(ORDER));
        }
        assertEquals(1 + 2 * ORDER.size(), seen.size());
    }

    @Test
    void theFingerprintOfAnOrderIsItsTimestampAndTheHashOfItsFields() {
        var parsed = OrderRequest.parse(Sample.fields(Sample.order()), Sample.reading(Profile.STANDARD));
        var fields = Sample.fields(Sample.order());
        var expected = Fingerprint.of(fields.text("timestamp"), fields.hash(ORDER));
        switch (parsed) {
            case Parsed.Ok<OrderRequest> ok -> assertEquals(expected, ok.value().fingerprint());
            case Parsed.Rejected<OrderRequest> rejected -> throw new AssertionError(rejected.refusal());
        }
    }

    @Test
    void fieldsNobodyKnowsMakeNoDifference() {
        var other = Sample.order();
        other.put("serviceType", "KAKAO");
        assertEquals(
                Sample.fields(Sample.order()).hash(ORDER), Sample.fields(other).hash(ORDER));
    }

    @Test
    void noTextCanPassForTwoFields() {
        var one = Sample.fields(Map.of("a", "x\nb=1:y", "b", ""));
        var two = Sample.fields(Map.of("a", "x", "b", "y"));
        assertNotEquals(one.hash(List.of("a", "b")), two.hash(List.of("a", "b")));
    }

    @Test
    void aPayIsKnownByWhatTheWindowReturned() {
        var pay = new Authentication("data", "info", "00100000", "KAKAO_MONEY");
        assertEquals(pay.hash(), new Authentication("data", "info", "00100000", "KAKAO_CARD").hash());
        assertNotEquals(pay.hash(), new Authentication("data2", "info", "00100000", "KAKAO_MONEY").hash());
        assertNotEquals(pay.hash(), new Authentication("data", "info2", "00100000", "KAKAO_MONEY").hash());
        assertNotEquals(pay.hash(), new Authentication("datai", "nfo", "00100000", "KAKAO_MONEY").hash());
    }

    @Test
    void whatMustNotReachALogIsNotPrinted() {
        var fields = Sample.fields(Sample.pay());
        var printed = fields + " " + PayRequest.parse(fields, Sample.reading(Profile.STANDARD));
        for (var secret : List.of("2Zm9vYmFyYmF6", "3cXV4cXV1eHF1")) {
            assertEquals(-1, printed.indexOf(secret), printed);
        }
    }
}
