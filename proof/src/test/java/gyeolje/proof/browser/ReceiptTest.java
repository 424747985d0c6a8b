package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitUntilState;
import gyeolje.gateway.DemoKey;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a buyer can do once they have paid, and what they can read about it. */
@ParameterizedClass
@EnumSource(Storage.class)
final class ReceiptTest extends BrowserTest {
    private static final Pattern ENC_DATA = Pattern.compile("(?:^|&)enc_data=([^&]+)");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    ReceiptTest(Storage storage) {
        super(storage);
    }

    @Test
    void cancellingAReceiptGivesAllOfTheMoneyBackOnce() {
        var buyer = onPc("cancel");
        var transaction = buy(buyer, 1);
        buyer.willAnswer(true);
        buyer.press("cancel");
        buyer.waitForOrder("cancelled");
        assertThat(buyer.on("receipt-state")).hasText("취소 완료");
        assertThat(buyer.on("receipt-cancelled-date")).isVisible();
        assertThat(buyer.on("cancel")).hasCount(0);
        assertEquals(List.of("결제한 금액 전부를 돌려받아요. 취소할까요?"), buyer.questions());
        buyer.see("cancelled");
        world().ledger().assertCancelled(transaction, 18_000);

        buyer.page().reload();
        buyer.waitForOrder("cancelled");
        buyer.page().goBack();
        buyer.page().goForward();
        buyer.waitForOrder("cancelled");
        world().ledger().assertCancelled(transaction, 18_000);
        buyer.press("orders-link");
        assertThat(buyer.on("order")).containsText("취소 완료");
        buyer.see("orders");
    }

    @Test
    void aDoublePressOnCancelGivesBackOnce() {
        var buyer = onPc("cancel-double");
        var transaction = buy(buyer, 7);
        buyer.willAnswer(true);
        buyer.willAnswer(true);
        buyer.on("cancel").dblclick();
        buyer.waitForOrder("cancelled");
        world().ledger().assertCancelled(transaction, 1_004);
    }

    @Test
    void aPressWhileTheScriptIsStillOnItsWayIsAskedAboutOnThePageToo() {
        var buyer = onPc("cancel-early");
        var transaction = buy(buyer, 7);
        buyer.receiveLate("/assets/shop.js");
        buyer.page().reload(new Page.ReloadOptions().setWaitUntil(WaitUntilState.COMMIT));
        buyer.willAnswer(true);
        buyer.press("cancel");
        buyer.waitForOrder("cancelled");
        assertEquals(1, buyer.questions().size());
        world().ledger().assertCancelled(transaction, 1_004);
    }

    @Test
    void sayingNoToTheQuestionKeepsThePayment() {
        var buyer = onPhone("cancel-no");
        var transaction = buy(buyer, 7);
        buyer.willAnswer(false);
        buyer.press("cancel");
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(transaction, 1_004);
    }

    @Test
    void reloadingAndGoingBackPayNothingMore() {
        var buyer = onPc("reload");
        var transaction = buy(buyer, 4);
        var calls = world().ledger().approveCalls();
        buyer.page().reload();
        buyer.waitForOrder("paid");
        buyer.page().goBack();
        buyer.page().goForward();
        buyer.waitForOrder("paid");
        buyer.open(buyer.page().url() + "/pay");
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(transaction, 9_800);
        assertEquals(calls, world().ledger().approveCalls());
    }

    @Test
    void onAPhoneTheWindowsResultArrivingAgainPaysNothingMore() {
        var buyer = onPhone("again");
        var transaction = buy(buyer, 4);
        var calls = world().ledger().approveCalls();
        buyer.page().reload();
        buyer.waitForOrder("paid");
        buyer.postAgain("/return/");
        buyer.page().reload();
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(transaction, 9_800);
        assertEquals(calls, world().ledger().approveCalls());
    }

    @Test
    void theWireIsShownWithoutKeyAndWithoutAuthentication() {
        var buyer = onPc("wire");
        var transaction = buy(buyer, 8);
        var form = buyer.posted("/authenticated").body();
        var found = ENC_DATA.matcher(form);
        assertTrue(found.find(), form);
        var encData = found.group(1).replaceAll("%..", "");
        buyer.press("wire-link");
        assertThat(buyer.on("exchange")).hasCount(4);
        buyer.see("page");
        var shown = buyer.page().locator("main").textContent();
        for (var part : List.of("ordr_idxx", transaction, "res_cd", "\"responseCode\" : \"0000\"", "34900"))
            assertTrue(shown.contains(part), () -> part + " is missing from the wire page");
        assertFalse(shown.contains(DemoKey.KEY.secret()), "the merchant's key is shown");
        var tail = encData.substring(encData.length() - 24);
        assertFalse(shown.contains(tail), "the end of enc_data is shown");
    }

    @Test
    void onAPhoneTheWireFitsTheScreen() {
        var buyer = onPhone("wire");
        buy(buyer, 2);
        buyer.press("wire-link");
        assertThat(buyer.on("exchange")).hasCount(4);
        buyer.see("page");
        assertEquals(390, buyer.page().evaluate("() => document.documentElement.scrollWidth"));
    }

    @Test
    void everythingCanBeReadInEnglish() {
        var buyer = onPc("english");
        buyer.open(world().shop());
        buyer.press("language");
        assertThat(buyer.page().locator("html")).hasAttribute("lang", "en");
        buyer.see("front");
        assertEnglish(buyer, "main");
        buyer.press("buy-6");
        buyer.waitForWindow();
        buyer.pressInWindow("language");
        assertThat(buyer.inWindow("approve")).containsText("Pay");
        buyer.see("window");
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        assertThat(buyer.on("receipt-method")).hasText("KakaoPay money");
        assertEnglish(buyer, "main");
        buyer.see("receipt");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 27_000);
    }

    @Test
    void onAPhoneTheChosenLanguageSurvivesThePaymentPage() {
        var buyer = onPhone("english");
        buyer.open(world().shop());
        buyer.press("language");
        buyer.press("buy-7");
        buyer.waitForWindow();
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        assertThat(buyer.page().locator("html")).hasAttribute("lang", "en");
        buyer.see("receipt");
    }

    private static void assertEnglish(Visitor buyer, String part) {
        var text = buyer.page().locator(part).innerText().replace("뷁·똠·펲·믜", "");
        assertFalse(HANGUL.matcher(text).find(), text);
    }

    /** Buys with KakaoPay money and returns the transaction. */
    private String buy(Visitor buyer, int goods) {
        buyer.open(world().shop());
        buyer.press("buy-" + goods);
        buyer.waitForWindow();
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        return buyer.on("receipt-transaction").textContent();
    }
}
