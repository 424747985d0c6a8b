package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaymentWindowTest {
    private static final String NASTY = "<b>\"컵\" & 'x' 🍵\n</script>";

    @Test
    void theMobileFormHasExactlyTheFieldsOfTheWindow() {
        String html =
                PaymentWindow.mobileForm(OrderAnswer.fromFields(mobile()), WindowOptions.NONE.withParamOpt(1, "mine"));
        assertEquals(
                List.of(
                        "ordr_idxx=20260401120000KK0001",
                        "good_name=텀블러",
                        "good_mny=1004",
                        "buyr_name=김결제",
                        "site_cd=T0000",
                        "Ret_URL=https://shop.example.com/return?a=1&b=2",
                        "approval_key=abc=",
                        "param_opt_1=mine",
                        "param_opt_2=",
                        "param_opt_3=",
                        "req_tx=pay",
                        "pay_method=CARD",
                        "ActionResult=card",
                        "currency=410",
                        "escw_used=N",
                        "kakaopay_direct=Y"),
                fields(html));
        assertTrue(html.contains("accept-charset=\"euc-kr\" action=\"https://testsmpay.kcp.co.kr/pay/mobileGW.kcp\""));
    }

    @Test
    void theAppToReturnToIsPartOfTheMobileForm() {
        Map<String, String> order = mobile();
        order.put("AppUrl", "myshop://paid");
        assertTrue(
                fields(PaymentWindow.mobileForm(OrderAnswer.fromFields(order))).contains("AppUrl=myshop://paid"));
        WindowOptions other = WindowOptions.NONE.withAppUrl("other://");
        assertTrue(fields(PaymentWindow.mobileForm(OrderAnswer.fromFields(mobile()), other))
                .contains("AppUrl=other://"));
    }

    @Test
    void thePcFormHasExactlyTheFieldsOfTheWindowAndTheScriptsInOrder() {
        String html = PaymentWindow.pcForm(
                OrderAnswer.fromFields(pc()),
                PaymentWindow.KCP_SCRIPT_TEST,
                WindowOptions.NONE.withGyeoljeScriptUrl("/js/gyeolje.js"));
        assertEquals(
                List.of(
                        "ordr_idxx=20260401120000KK0001",
                        "good_name=텀블러",
                        "good_mny=1004",
                        "buyr_name=김결제",
                        "site_cd=T0000",
                        "req_tx=pay",
                        "pay_method=100000000000",
                        "currency=410",
                        "kakaopay_direct=Y",
                        "module_type=01",
                        "ordr_chk=",
                        "param_opt_1=",
                        "param_opt_2=",
                        "param_opt_3=",
                        "res_cd=",
                        "res_msg=",
                        "enc_info=",
                        "enc_data=",
                        "ret_pay_method=",
                        "tran_cd=",
                        "use_pay_method=",
                        "card_pay_method="),
                fields(html));
        assertTrue(html.contains("name=\"order_info\""));
        assertTrue(html.indexOf("/js/gyeolje.js") < html.indexOf("kcp_spay_hub.js"));
    }

    @Test
    void nothingInAnAnswerCanBreakOutOfAForm() {
        Map<String, String> order = mobile();
        order.put("good_name", NASTY);
        String html = PaymentWindow.mobileForm(
                OrderAnswer.fromFields(order),
                WindowOptions.NONE.withParamOpt(3, NASTY).withSubmitLabel(NASTY));
        assertTrue(fields(html).containsAll(List.of("good_name=" + NASTY, "param_opt_3=" + NASTY)));
        assertFalse(html.contains("<b>") || html.contains("</script>") || html.contains("'"));
        assertTrue(html.chars().allMatch(c -> c < 0x80), "safe in a page of any encoding");
    }

    @Test
    void theOrderAsJsonIsSafeInsideAScriptElement() {
        Map<String, String> order = mobile();
        order.put("good_name", NASTY);
        String json = OrderAnswer.fromFields(order).toWindowJson();
        assertTrue(json.chars().allMatch(c -> c < 0x80 && "<>&'\n".indexOf(c) < 0));
        assertEquals(NASTY, JsonReader.object(json).get("good_name"));
    }

    @Test
    void aFormIsOnlyMadeForItsOwnWindow() {
        OrderAnswer mobile = OrderAnswer.fromFields(mobile());
        OrderAnswer pc = OrderAnswer.fromFields(pc());
        assertThrows(IllegalArgumentException.class, () -> PaymentWindow.mobileForm(pc));
        assertThrows(IllegalArgumentException.class, () -> PaymentWindow.pcForm(mobile, "x"));
        Map<String, String> evil = mobile();
        evil.put("pay_url", "javascript:alert(1)");
        OrderAnswer hostile = OrderAnswer.fromFields(evil);
        assertThrows(IllegalArgumentException.class, () -> PaymentWindow.mobileForm(hostile));
    }

    static Map<String, String> pc() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("responseCode", "0000");
        order.put("responseMsg", "성공");
        order.put("good_mny", "1004");
        order.put("site_cd", "T0000");
        order.put("Ret_URL", "https://shop.example.com/return?a=1&b=2");
        order.put("buyr_name", "김결제");
        order.put("ordr_idxx", Scene.TRANSACTION);
        order.put("good_name", "텀블러");
        return order;
    }

    static Map<String, String> mobile() {
        Map<String, String> order = pc();
        order.put("approval_key", "abc=");
        order.put("pay_url", "https://testsmpay.kcp.co.kr/pay/mobileGW.kcp");
        return order;
    }

    private static List<String> fields(String html) {
        Matcher input = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")
                .matcher(html);
        List<String> fields = new ArrayList<>();
        while (input.find()) {
            String value = Pattern.compile("&#(\\d+);")
                    .matcher(input.group(2))
                    .replaceAll(ref -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(ref.group(1)))));
            fields.add(input.group(1) + "=" + value);
        }
        return fields;
    }
}
