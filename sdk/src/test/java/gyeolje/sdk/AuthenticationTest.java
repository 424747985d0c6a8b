package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {
    private static final Charset KOREAN = Charset.forName("x-windows-949");

    @ParameterizedTest
    @ValueSource(strings = {"정상처리", "뷁 똠 펲 믜", "사용자 취소", "a+b & c=d %41", ""})
    void aMessageInWindows949ComesThrough(String message) {
        Authentication read = Authentication.fromBody(body(message, KOREAN));
        assertEquals(message, read.resultMessage());
        assertEquals("0000", read.resultCode());
        assertEquals(Scene.TRANSACTION, read.transactionId());
    }

    @Test
    void aMessageInUtf8ComesThroughWhereItCannotBeWindows949() {
        assertEquals(
                "정상처리",
                Authentication.fromBody(body("정상처리", StandardCharsets.UTF_8)).resultMessage());
    }

    @Test
    void aFormThatSaysUtf8IsReadAsUtf8() {
        byte[] plain = body("짜", StandardCharsets.UTF_8);
        byte[] marked = (new String(plain, StandardCharsets.US_ASCII) + "&encoding_trans=UTF-8")
                .getBytes(StandardCharsets.US_ASCII);
        assertEquals("짜", Authentication.fromBody(marked).resultMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&", "=", "&&=&%", "res_msg=%", "res_msg=%zz%4", "res_msg=%ff%fe%80", "한글=값"})
    void garbageIsReadWithoutHarm(String body) {
        Authentication read = Authentication.fromBody(body.getBytes(StandardCharsets.UTF_8));
        assertFalse(read.isSuccess());
        assertTrue(read.isCancelled());
        assertEquals("", read.transactionId());
    }

    @Test
    void theFirstOfTwoEqualFieldsCounts() {
        byte[] body = "res_cd=3001&res_cd=0000".getBytes(StandardCharsets.US_ASCII);
        assertFalse(Authentication.fromBody(body).isSuccess());
    }

    @Test
    void anEndlessBodyIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Authentication.fromBody(new byte[300 * 1024]));
        byte[] many = "a1=1&".repeat(1).concat(manyFields()).getBytes(StandardCharsets.US_ASCII);
        assertThrows(IllegalArgumentException.class, () -> Authentication.fromBody(many));
    }

    private static String manyFields() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            fields.append('f').append(i).append("=1&");
        }
        return fields.toString();
    }

    @Test
    void aMessageThatTheContainerReadAsLatin1IsRepaired() {
        String mistaken = new String("뷁 똠 펲 믜".getBytes(KOREAN), StandardCharsets.ISO_8859_1);
        assertEquals("뷁 똠 펲 믜", fromParameter(mistaken).resultMessage());
    }

    @Test
    void aMessageThatTheContainerReadRightStaysAsItIs() {
        assertEquals("정상처리", fromParameter("정상처리").resultMessage());
        assertEquals("plain", fromParameter("plain").resultMessage());
    }

    @Test
    void aMessageThatTheContainerDestroyedLeavesTheRestUnharmed() {
        Authentication read = fromParameter(new String("정상처리".getBytes(KOREAN), StandardCharsets.UTF_8));
        assertTrue(read.resultMessage().contains("\ufffd"));
        assertTrue(read.isSuccess());
    }

    private static Authentication fromParameter(String message) {
        Map<String, String[]> parameters = new HashMap<>();
        parameters.put("res_cd", new String[] {"0000"});
        parameters.put("res_msg", new String[] {message, "second"});
        parameters.put("param_opt_2", new String[] {"mine"});
        parameters.put("empty", new String[0]);
        Authentication read = Authentication.fromParameters(parameters);
        assertEquals("mine", read.paramOpt(2));
        return read;
    }

    @Test
    void whatThePagePostsBackAsJsonIsRead() {
        Authentication read = Authentication.fromJson(
                "{\"res_cd\":\"7777\",\"res_msg\":\"창을 닫았어요\",\"ordr_idxx\":\"20260401120000KK0001\"}");
        assertTrue(read.isCancelled());
        assertEquals("창을 닫았어요", read.resultMessage());
    }

    @Test
    void nothingSecretOrForgedReachesALogLine() {
        Authentication read = Authentication.fromFields(
                Map.of("ordr_idxx", "x\nFAKE LOG LINE", "res_cd", "0000", "enc_data", "secret"));
        assertFalse(read.toString().contains("\n"));
        assertFalse(read.toString().contains("secret"));
    }

    private static byte[] body(String message, Charset charset) {
        return ("tran_cd=00100000&enc_data=1a._-&enc_info=2b__&res_cd=0000&ordr_idxx=" + Scene.TRANSACTION + "&res_msg="
                        + URLEncoder.encode(message, charset))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
