package gyeolje.core.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every field of every request, spoilt in every way (merchant API, section 5). A row is a field, a column what was done to it:
 * left out (or null), emptied, blank, a number instead of a text, or its last character replaced by a control character, a line
 * break, half an emoji, a noncharacter, a bidi override, a full-width digit, and so on. A cell is what the merchant hears: a code,
 * whose field is then the row's, or `ok`.
 */
final class FieldMatrixTest {
    private static final String MOBILE_ORDER = """
            field        | missing | empty | blank | number | control | crlf | half | nonchar | bidi | １   | bar  | <    | '    | "    | space | 뷁   | 😀
            orderNumber  | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            userAgent    | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            appUrl       | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | ok   | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            amount       | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            itemName     | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok   | ok   | ok   | ok   | ok   | ok    | ok   | ok
            userName     | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok   | ok   | ok   | ok   | ok   | ok    | ok   | ok
            returnUrl    | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok   | 6002 | 6002 | ok   | 6002 | 6002  | ok   | ok
            userEmail    | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok   | ok   | ok   | ok   | ok   | 6002  | ok   | ok
            signature    | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            timestamp    | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            cashbillYn   | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | ok    | 6002 | 6002
            mobileNumber | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            merchantId   | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            """;

    /** The PC window does not use the return address, so that any printable text will do. */
    private static final String PC_ORDER = """
            field     | missing | empty | blank | number | control | crlf | half | nonchar | bidi | １ | bar | <  | '  | "  | space | 뷁 | 😀
            returnUrl | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok | ok  | ok | ok | ok | ok    | ok | ok
            """;

    /** Any result code but 0000 is 9002; any transaction that is no number of ours is 8001. */
    private static final String PAY = """
            field           | missing | empty | blank | number | control | crlf | half | nonchar | bidi | １   | bar  | <    | '    | "    | space | 뷁   | 😀
            res_cd          | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 9002 | 9002 | 9002 | 9002 | 9002 | 9002  | 9002 | 9002
            enc_info        | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | ok   | ok   | ok   | ok   | ok    | 6002 | 6002
            enc_data        | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | ok   | ok   | ok   | ok   | ok    | 6002 | 6002
            tran_cd         | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            card_pay_method | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok   | ok   | ok   | ok   | ok   | ok    | ok   | ok
            ordr_idxx       | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 8001 | 8001 | 8001 | 8001 | 8001 | 8001  | 8001 | 8001
            merchantId      | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            """;

    private static final String CANCEL = """
            field         | missing | empty | blank | number | control | crlf | half | nonchar | bidi | １   | bar  | <    | '    | "    | space | 뷁   | 😀
            transactionId | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            cancelReason  | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | ok   | ok   | ok   | ok   | ok   | ok    | ok   | ok
            signature     | 6001    | 6001  | 6001  | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            merchantId    | ok      | ok    | ok    | 6002   | 6002    | 6002 | 6002 | 6002    | 6002 | 6002 | 6002 | 6002 | 6002 | 6002 | 6002  | 6002 | 6002
            """;

    @TestFactory
    Stream<DynamicTest> aMobileOrder() {
        return rows(MOBILE_ORDER, Sample::order, order(Profile.STANDARD));
    }

    @TestFactory
    Stream<DynamicTest> aPcOrder() {
        return rows(PC_ORDER, Sample::pcOrder, order(Profile.STANDARD));
    }

    /** The legacy profile forgives the form of the return address and the length of the timestamp, and nothing else. */
    @TestFactory
    Stream<DynamicTest> aMobileOrderOfALegacyMerchant() {
        var table = MOBILE_ORDER
                .lines()
                .map(line ->
                        line.startsWith("returnUrl") ? PC_ORDER.lines().toList().get(1) : line);
        return rows(String.join("\n", table.toList()), Sample::order, order(Profile.LEGACY));
    }

    @TestFactory
    Stream<DynamicTest> aMobileOrderOfAStrictMerchant() {
        return rows(MOBILE_ORDER, Sample::freshOrder, order(Profile.STRICT));
    }

    @TestFactory
    Stream<DynamicTest> aPay() {
        return rows(PAY, Sample::pay, in -> Sample.heard(PayRequest.parse(in, Sample.reading(Profile.STANDARD))));
    }

    @TestFactory
    Stream<DynamicTest> aCancel() {
        return rows(CANCEL, Sample::cancel, cancel(Profile.STANDARD));
    }

    @TestFactory
    Stream<DynamicTest> aCancelOfALegacyMerchant() {
        var table = CANCEL.lines().map(line -> line.startsWith("cancelReason") ? line.replace("6001", "ok") : line);
        return rows(String.join("\n", table.toList()), Sample::cancel, cancel(Profile.LEGACY));
    }

    private static Function<Fields, String> order(Profile profile) {
        return in -> Sample.heard(OrderRequest.parse(in, Sample.reading(profile)));
    }

    private static Function<Fields, String> cancel(Profile profile) {
        return in -> Sample.heard(CancelRequest.parse(in, Sample.reading(profile)));
    }

    private static Stream<DynamicTest> rows(
            String table, Supplier<Map<String, String>> good, Function<Fields, String> parse) {
        var lines = table.lines().map(FieldMatrixTest::cells).toList();
        var ways = lines.getFirst();
        var tests = new ArrayList<DynamicTest>();
        tests.add(DynamicTest.dynamicTest(
                "as it should be -> ok", () -> assertEquals("ok", parse.apply(Sample.fields(good.get())))));
        for (var line : lines.subList(1, lines.size())) {
            for (int i = 1; i < ways.size(); i++) {
                var in = Sample.spoilt(good.get(), line.getFirst(), ways.get(i));
                var expected = heard(line.get(i), line.getFirst());
                tests.add(DynamicTest.dynamicTest(
                        line.getFirst() + " " + ways.get(i) + " -> " + expected,
                        () -> assertEquals(expected, parse.apply(in))));
            }
        }
        return tests.stream();
    }

    private static String heard(String cell, String field) {
        return cell.startsWith("6") ? cell + " " + field : cell;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }
}
