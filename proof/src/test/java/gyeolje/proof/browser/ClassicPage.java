package gyeolje.proof.browser;

import gyeolje.proof.browser.MerchantSite.Style;
import gyeolje.sdk.OrderAnswer;
import gyeolje.sdk.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages a merchant writes who follows the specification to the letter (merchant API, section 5). */
final class ClassicPage {
    /** Comes back as it went, if nobody breaks it on the way. */
    static final String MEMO = "똠방각하";

    private static final List<String> FILLED_BY_ACQUIRER = List.of(
            "ordr_chk",
            "res_cd",
            "res_msg",
            "enc_info",
            "enc_data",
            "ret_pay_method",
            "tran_cd",
            "use_pay_method",
            "card_pay_method");

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="ko">
            <head><meta charset="%s"><meta name="viewport" content="width=device-width, initial-scale=1"><title>다른 상점</title></head>
            <body>
            <main>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String MOBILE = """
            <h1>주문서 똠펲</h1>
            <form name="order_info" method="post" action="%s" accept-charset="%s">
            %s
            <button id="go">결제하기</button>
            </form>""";

    private ClassicPage() {}

    static String of(OrderAnswer order, Style style, String kcp) {
        if (!order.isSuccess()) throw new AssertionError("the order was refused: " + order.responseCode());
        var body = style.window() == Window.PC ? pc(order, style, kcp) : mobile(order, style);
        return FRAME.formatted(style.charset(), body);
    }

    static String result(String code, String transaction, String memo, String message) {
        return FRAME.formatted(
                "UTF-8", """
                <h1 id="result">%s</h1>
                <p id="transaction">%s</p>
                <p id="memo">%s</p>
                <p>%s</p>""".formatted(escaped(code), escaped(transaction), escaped(memo), escaped(message)));
    }

    private static String pc(OrderAnswer order, Style style, String kcp) {
        var fields = shared(order);
        fields.put("pay_method", "100000000000");
        fields.put("module_type", "01");
        FILLED_BY_ACQUIRER.forEach(name -> fields.put(name, ""));
        // The function is there before the acquirer's script; that script is a plain element of the page.
        return """
                <h1>주문서 똠펲</h1>
                <form name="order_info" method="post" action="/pay" accept-charset="euc-kr">
                %s
                <button type="button" id="go" onclick="openWindow()">결제하기</button>
                </form>
                <script>
                function m_Completepayment(FormOrJson, closeEvent) {
                  var form = document.order_info;
                  GetField(form, FormOrJson);
                  if (form.res_cd.value === '0000') {
                    form.submit();
                  } else {
                    alert('[' + form.res_cd.value + '] ' + form.res_msg.value);
                    closeEvent();
                  }
                }
                </script>
                <script src="%s/plugin/%s"></script>
                <script>
                function openWindow() { %s(document.order_info); }
                </script>""".formatted(inputs(fields), kcp, style.script(), style.opener());
    }

    /** A page in UTF-8 sends its form through the acquirer's filter, and says so. */
    private static String mobile(OrderAnswer order, Style style) {
        var fields = shared(order);
        fields.put("pay_method", "CARD");
        fields.put("ActionResult", "card");
        fields.put("escw_used", "N");
        fields.put("Ret_URL", order.returnUrl());
        fields.put("approval_key", order.approvalKey());
        if (!style.charset().equals("UTF-8")) return MOBILE.formatted(order.payUrl(), "euc-kr", inputs(fields));
        fields.put("encoding_trans", "UTF-8");
        fields.put("PayUrl", order.payUrl());
        var folder = order.payUrl().substring(0, order.payUrl().lastIndexOf('/'));
        return MOBILE.formatted(folder + "/jsp/encodingFilter/encodingFilter.jsp", "utf-8", inputs(fields));
    }

    private static Map<String, String> shared(OrderAnswer order) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ordr_idxx", order.transactionId());
        fields.put("good_name", order.itemName());
        fields.put("good_mny", Long.toString(order.amount()));
        fields.put("buyr_name", order.buyerName());
        fields.put("site_cd", order.siteCode());
        fields.put("req_tx", "pay");
        fields.put("currency", "410");
        fields.put("kakaopay_direct", "Y");
        fields.put("param_opt_1", MEMO);
        fields.put("param_opt_2", "");
        fields.put("param_opt_3", "");
        return fields;
    }

    private static String inputs(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<input type=\"hidden\" name=\"" + field.getKey() + "\" value=\""
                        + escaped(field.getValue()) + "\">")
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
