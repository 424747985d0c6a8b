package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.ScriptableObject;
import org.mozilla.javascript.ast.FunctionNode;
import org.mozilla.javascript.ast.TemplateLiteral;
import org.mozilla.javascript.ast.VariableDeclaration;

/** gyeolje.js in a page reduced to what it touches, without a Promise, as on an old browser. */
class GyeoljeScriptTest {
    private static final String PAGE = """
            var heard = [], submitted = [], listeners = {}, timers = [], frames = [];
            function Node(tag) { this.tag = tag; this.attributes = {}; this.children = []; this.style = {}; this.elements = {}; this.parentNode = null; }
            Node.prototype = {
                setAttribute: function (name, value) { this.attributes[name] = String(value); },
                appendChild: function (child) {
                    child.parentNode = this; this.children.push(child);
                    if (child.attributes.name) { this.elements[child.attributes.name] = child; }
                    if (child.tag === 'iframe') { child.contentWindow = {document: new Page()}; frames.push(child); }
                },
                removeChild: function (child) { this.children.splice(this.children.indexOf(child), 1); child.parentNode = null; },
                submit: function () { submitted.push(this); }
            };
            function Page() { this.body = new Node('body'); this.readyState = 'complete'; this.written = ''; }
            Page.prototype = {
                createElement: function (tag) { return new Node(tag); },
                open: function () {}, close: function () {},
                write: function (html) { this.written += html; }
            };
            var window = {
                document: new Page(),
                addEventListener: function (name, listener) { listeners[name] = listener; },
                removeEventListener: function (name) { delete listeners[name]; },
                setTimeout: function (task) { timers.push(task); }
            };
            function fields(form) {
                var pairs = [];
                for (var i = 0; i < form.children.length; i++) { pairs.push(form.children[i].attributes.name + '=' + form.children[i].value); }
                return pairs.join('|');
            }
            function kcp(where, result) {
                where.GetField = function (form, values) { for (var name in values) { form.elements[name].value = values[name]; } };
                where.KCP_Pay_Execute_Web = function (form) { heard.push('opened ' + fields(form)); where.pending = result; };
            }
            function finish(where) { where.m_Completepayment(where.pending, function () { heard.push('closed'); }); }
            var options = {
                onResult: function (a) { heard.push('result ' + a.res_cd + ' ' + a.ordr_idxx + ' ' + a.enc_data); },
                onError: function (e) { heard.push('error ' + e.code + ' ' + e.resultCode + ' ' + e.message); }
            };
            """;

    private Context context;
    private ScriptableObject scope;

    @BeforeEach
    void loadThePage() throws Exception {
        context = Context.enter();
        scope = context.initStandardObjects();
        run(PAGE);
        run(PaymentWindow.gyeoljeScript());
        ScriptableObject.putProperty(
                scope, "pc", OrderAnswer.fromFields(PaymentWindowTest.pc()).toWindowJson());
        Map<String, String> mobile = PaymentWindowTest.mobile();
        mobile.put("AppUrl", "myshop://paid");
        ScriptableObject.putProperty(
                scope, "mobile", OrderAnswer.fromFields(mobile).toWindowJson());
    }

    @AfterEach
    void leaveThePage() {
        context.close();
    }

    @Test
    void itIsEcmaScript5() {
        CompilerEnvirons environment = new CompilerEnvirons();
        environment.setLanguageVersion(Context.VERSION_ES6);
        new Parser(environment)
                .parse(PaymentWindow.gyeoljeScript(), "gyeolje.js", 1)
                .visit(node -> {
                    boolean newer =
                            (node instanceof FunctionNode made && made.getFunctionType() == FunctionNode.ARROW_FUNCTION)
                                    || node instanceof TemplateLiteral
                                    || (node instanceof VariableDeclaration declared && !declared.isVar());
                    assertFalse(newer, () -> "line " + node.getLineno());
                    return true;
                });
    }

    @Test
    void onAPhoneThePageMovesToTheAcquirerWithTheWindowsFields() throws Exception {
        run("window.Gyeolje.open(mobile, options)");
        assertEquals("https://testsmpay.kcp.co.kr/pay/mobileGW.kcp", run("submitted[0].attributes.action"));
        assertEquals("euc-kr", run("submitted[0].attributes['accept-charset']"));
        assertEquals(
                "ordr_idxx=20260401120000KK0001|good_name=텀블러|good_mny=1004|buyr_name=김결제|site_cd=T0000"
                        + "|param_opt_1=|param_opt_2=|param_opt_3=|req_tx=pay|currency=410|kakaopay_direct=Y"
                        + "|Ret_URL=https://shop.example.com/return?a=1&b=2|approval_key=abc=|AppUrl=myshop://paid"
                        + "|pay_method=CARD|ActionResult=card|escw_used=N",
                run("fields(submitted[0])"));
    }

    @Test
    void comingBackFromThePhonesWindowIsACancelAndFreesThePage() throws Exception {
        run("window.Gyeolje.open(mobile, options); listeners.pageshow({persisted: true})");
        assertEquals("error CANCELLED  결제를 취소했어요.", run("heard[0]"));
        run("window.Gyeolje.open(mobile, options)");
        assertEquals(2.0, run("submitted.length"));
    }

    @Test
    void onAPcWhoseAcquirerScriptIsInThePageTheResultComesBack() throws Exception {
        run("kcp(window, {res_cd: '0000', enc_data: 'E'}); window.Gyeolje.open(pc, options); finish(window)");
        assertTrue(run("heard[0]").toString().startsWith("opened ordr_idxx=20260401120000KK0001|good_name=텀블러"));
        assertTrue(run("heard[0]").toString().contains("|pay_method=100000000000|module_type=01|ordr_chk=|res_cd=|"));
        assertEquals("closed", run("heard[1]"));
        assertEquals("result 0000 20260401120000KK0001 E", run("heard[2]"));
        assertEquals(0.0, run("window.document.body.children.length"));
    }

    @Test
    void onAPcWithoutTheScriptTheWindowOpensInAFrameThatGoesAwayAgain() throws Exception {
        run(
                "options.kcpScriptUrl = 'https://testspay.kcp.co.kr/plugin/kcp_spay_hub.js'; window.Gyeolje.open(pc, options)");
        assertTrue(run("frames[0].contentWindow.document.written")
                .toString()
                .contains("<script src=\"https://testspay.kcp.co.kr/plugin/kcp_spay_hub.js\"></script>"));
        run(
                "kcp(frames[0].contentWindow, {res_cd: '0000', enc_data: 'E'}); timers.shift()(); finish(frames[0].contentWindow)");
        assertEquals("result 0000 20260401120000KK0001 E", run("heard[heard.length - 1]"));
        assertEquals(0.0, run("window.document.body.children.length"));
    }

    @Test
    void aScriptThatNeverLoadsIsSaidPlainly() throws Exception {
        run("options.kcpScriptUrl = 'https://nowhere.invalid/x.js'; options.scriptTimeoutMillis = 100;"
                + "window.Gyeolje.open(pc, options); while (timers.length) { timers.shift()(); }");
        assertTrue(run("heard[0]").toString().startsWith("error SCRIPT_NOT_LOADED"));
    }

    @Test
    void cancelCloseAndFailureAreErrorsOfTheirOwn() throws Exception {
        String[][] results = {
            {"{res_cd: '3001', res_msg: '사용자 취소'}", "error CANCELLED 3001 결제를 취소했어요."},
            {"{res_cd: ''}", "error CANCELLED  결제를 취소했어요."},
            {"{res_cd: '7777'}", "error CANCELLED 7777 결제를 취소했어요."},
            {"{res_cd: '9028', res_msg: '한도 초과'}", "error FAILED 9028 한도 초과"},
        };
        for (String[] result : results) {
            run("heard = []; kcp(window, " + result[0] + "); window.Gyeolje.open(pc, options); finish(window)");
            assertEquals(result[1], run("heard[heard.length - 1]"));
        }
    }

    @Test
    void aSecondWindowARefusedOrderAndAHostileAddressDoNotOpen() throws Exception {
        run("kcp(window, {res_cd: '0000'}); window.Gyeolje.open(pc, options); window.Gyeolje.open(pc, options)");
        assertTrue(run("heard[1]").toString().startsWith("error BUSY"));
        run(
                "finish(window); heard = [];"
                        + "window.Gyeolje.open({responseCode: '5001', responseMsg: '작습니다.'}, options);"
                        + "window.Gyeolje.open('not json', options);"
                        + "window.Gyeolje.open({responseCode: '0000', ordr_idxx: 'x', pay_url: 'javascript:alert(1)'}, options)");
        assertEquals("error ORDER_FAILED 5001 작습니다.", run("heard[0]"));
        assertTrue(run("heard[1]").toString().startsWith("error ORDER_FAILED"));
        assertTrue(run("heard[2]").toString().startsWith("error FAILED"));
        assertEquals(0.0, run("submitted.length"));
    }

    @Test
    void anAuthenticationIsPostedToTheMerchantsPageInUtf8() throws Exception {
        run("window.Gyeolje.submit('/pay', {res_cd: '0000', ordr_idxx: 'x'}, {token: 't'})");
        assertEquals("token=t|res_cd=0000|ordr_idxx=x", run("fields(submitted[0])"));
        assertEquals("utf-8", run("submitted[0].attributes['accept-charset']"));
    }

    private Object run(String script) {
        Object value = context.evaluateString(scope, script, "page", 1, null);
        return value instanceof Number number ? (Object) number.doubleValue() : Context.toString(value);
    }
}
