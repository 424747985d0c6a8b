package gyeolje.sdk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The payment window's forms as HTML, ready to put into a page (merchant API, section 5). Every value is escaped and
 * the text is ASCII alone (other characters are numeric references), so it is safe in a page of any encoding. There
 * is no inline script in it.
 */
public final class PaymentWindow {
    /** The acquirer's present PC script, test. Opens with {@code KCP_Pay_Execute_Web(form)}. */
    public static final String KCP_SCRIPT_TEST = "https://testspay.kcp.co.kr/plugin/kcp_spay_hub.js";

    /** The acquirer's present PC script, live. */
    public static final String KCP_SCRIPT_LIVE = "https://spay.kcp.co.kr/plugin/kcp_spay_hub.js";

    /** The acquirer's older PC script, test. Opens with {@code KCP_Pay_Execute(form)}. */
    public static final String KCP_SCRIPT_OLD_TEST = "https://testpay.kcp.co.kr/plugin/payplus_web.jsp";

    /** The acquirer's older PC script, live. */
    public static final String KCP_SCRIPT_OLD_LIVE = "https://pay.kcp.co.kr/plugin/payplus_web.jsp";

    private PaymentWindow() {}

    /** {@link #mobileForm(OrderAnswer, WindowOptions)} with nothing added. */
    public static String mobileForm(OrderAnswer order) {
        return mobileForm(order, WindowOptions.NONE);
    }

    /**
     * The mobile window's form, with a button: submitting it moves the page to the acquirer, which later posts the
     * result to the order's {@code returnUrl}.
     *
     * @throws IllegalArgumentException when the order failed or was not made for a mobile window
     */
    public static String mobileForm(OrderAnswer order, WindowOptions options) {
        if (!order.isMobile() || !isHttp(order.payUrl())) {
            throw new IllegalArgumentException("not the answer of a mobile order: it has no pay_url");
        }
        String appUrl = options.appUrl().isEmpty() ? order.appUrl() : options.appUrl();
        Form form = new Form(options.formName(), order.payUrl());
        orderFields(form, order);
        form.hidden("Ret_URL", order.returnUrl()).hidden("approval_key", order.approvalKey());
        if (!appUrl.isEmpty()) {
            form.hidden("AppUrl", appUrl);
        }
        paramOpts(form, options);
        form.hidden("req_tx", "pay")
                .hidden("pay_method", "CARD")
                .hidden("ActionResult", "card")
                .hidden("currency", "410")
                .hidden("escw_used", "N")
                .hidden("kakaopay_direct", "Y");
        return form.html(options.submitLabel());
    }

    /** {@link #pcForm(OrderAnswer, String, WindowOptions)} with nothing added. */
    public static String pcForm(OrderAnswer order, String kcpScriptUrl) {
        return pcForm(order, kcpScriptUrl, WindowOptions.NONE);
    }

    /**
     * The PC window's form, followed by the script elements. The acquirer's script writes into the page while it
     * loads, so this must be part of the page as served, and {@code m_Completepayment} must be defined before it:
     * {@code gyeolje.js} does that ({@link WindowOptions#withGyeoljeScriptUrl} puts it in front), or the page's own
     * script above.
     *
     * @throws IllegalArgumentException when the order failed, or was made for a mobile window
     */
    public static String pcForm(OrderAnswer order, String kcpScriptUrl, WindowOptions options) {
        if (order.isMobile() || order.transactionId().isEmpty()) {
            throw new IllegalArgumentException("not the answer of a PC order");
        }
        Form form = new Form(options.formName(), "");
        orderFields(form, order);
        form.hidden("req_tx", "pay")
                .hidden("pay_method", "100000000000")
                .hidden("currency", "410")
                .hidden("kakaopay_direct", "Y")
                .hidden("module_type", "01")
                .hidden("ordr_chk", "");
        paramOpts(form, options);
        String[] filledByAcquirer = {
            "res_cd",
            "res_msg",
            "enc_info",
            "enc_data",
            "ret_pay_method",
            "tran_cd",
            "use_pay_method",
            "card_pay_method"
        };
        for (String name : filledByAcquirer) {
            form.hidden(name, "");
        }
        return form.html("") + script(options.gyeoljeScriptUrl()) + script(kcpScriptUrl);
    }

    /** The text of {@code gyeolje.js}, to serve as {@code text/javascript; charset=utf-8} from where the page loads it. */
    public static String gyeoljeScript() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (InputStream in = PaymentWindow.class.getResourceAsStream("gyeolje.js")) {
            byte[] part = new byte[8192];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                text.write(part, 0, n);
            }
        } catch (IOException e) {
            throw new IllegalStateException("gyeolje.js cannot be read from the client's jar", e);
        }
        return new String(text.toByteArray(), StandardCharsets.UTF_8);
    }

    private static void orderFields(Form form, OrderAnswer order) {
        form.hidden("ordr_idxx", order.transactionId())
                .hidden("good_name", order.itemName())
                .hidden("good_mny", order.text("good_mny"))
                .hidden("buyr_name", order.buyerName())
                .hidden("site_cd", order.siteCode());
    }

    private static void paramOpts(Form form, WindowOptions options) {
        for (int i = 1; i <= 3; i++) {
            form.hidden("param_opt_" + i, options.paramOpt(i));
        }
    }

    private static String script(String url) {
        return url.isEmpty() ? "" : "<script src=\"" + Form.escape(url) + "\"></script>\n";
    }

    private static boolean isHttp(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://");
    }
}
