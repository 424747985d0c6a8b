package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Buying on a phone, where the page moves to the payment window and comes back. */
@ParameterizedClass
@EnumSource(Storage.class)
final class PhonePurchaseTest extends BrowserTest {
    PhonePurchaseTest(Storage storage) {
        super(storage);
    }

    @Test
    void aCardPaysOnAFullPageAndAReceiptComes() {
        var buyer = onPhone("card");
        buyer.open(world().shop());
        buyer.see("front");
        buyer.press("goods-2");
        assertThat(buyer.on("checkout")).isVisible();
        buyer.see("goods");
        buyer.press("checkout");
        buyer.waitForWindow();
        assertTrue(buyer.page().url().startsWith(world().sandbox()), "the page itself moved to the window");
        assertThat(buyer.inWindow("goods")).hasText("첫물 녹차 40g");
        buyer.see("window");
        buyer.inWindow("pay-card").check();
        buyer.inWindow("card-CCSR").check();
        buyer.see("window-card");
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        buyer.see("receipt");

        assertThat(buyer.on("receipt-amount")).hasText("24,000원");
        assertThat(buyer.on("receipt-method")).hasText("카카오페이 카드");
        assertThat(buyer.on("receipt-card-name")).hasText("새로카드");
        assertThat(buyer.on("receipt-card-number")).hasText(Pattern.compile("9431\\d{2}\\*{6}2580"));
        assertThat(buyer.on("receipt-approval-number")).hasText(Pattern.compile("\\d{8}"));
        assertThat(buyer.on("receipt-instalments")).hasText("일시불");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 24_000);
        assertEquals("첫물 녹차 40g", postedText(buyer, "/pay/mobileGW.kcp", "good_name"));
        assertEquals("첫물 녹차 40g", postedText(buyer, "/return/", "good_name"));
    }

    @Test
    void cancellingInTheWindowIsMetWithAFriendlyWord() {
        var before = world().ledger();
        var buyer = onPhone("left");
        buyer.open(world().shop());
        buyer.press("buy-6");
        buyer.waitForWindow();
        buyer.pressInWindow("buyer-cancel");
        buyer.waitForOrder("abandoned");
        assertThat(buyer.on("error")).containsText("결제를 취소하셨어요");
        assertThat(buyer.on("error")).containsText("3001");
        buyer.see("notice");
        world().ledger().assertNothingPaidSince(before);
    }

    @Test
    void comingBackFromTheWindowWithTheBackButtonLeavesTheOrderOpen() {
        var before = world().ledger();
        var buyer = onPhone("back");
        buyer.open(world().shop());
        buyer.press("buy-6");
        buyer.waitForWindow();
        buyer.page().goBack();
        buyer.press("orders-link");
        assertThat(buyer.on("order")).containsText("결제 전");
        world().ledger().assertNothingPaidSince(before);
        buyer.press("order");
        buyer.waitForOrder("placed");
        buyer.see("order");
        buyer.press("pay");
        buyer.waitForWindow();
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 27_000);
    }

    @Test
    void closingTheWindowSaysThatTheShopWasToldNothing() {
        var before = world().ledger();
        var buyer = onPhone("closed");
        buyer.open(world().shop());
        buyer.press("buy-6");
        buyer.waitForWindow();
        buyer.pressInWindow("buyer-close");
        assertThat(buyer.on("kcp-notice")).containsText("결제창을 닫았어요");
        buyer.see("notice");
        world().ledger().assertNothingPaidSince(before);
    }

    @Test
    void aDeclineIsToldInTheAcquirersWords() {
        var before = world().ledger();
        var buyer = onPhone("declined");
        buyer.open(world().shop());
        buyer.press("buy-3");
        buyer.waitForWindow();
        buyer.inWindow("outcome-decline").check();
        buyer.pressInWindow("approve");
        buyer.waitForOrder("declined");
        assertThat(buyer.on("error")).containsText("카카오페이머니 잔액이 부족합니다.(LACK_BALANCE)");
        buyer.see("notice");
        world().ledger().assertNothingPaidSince(before);
    }

    /** A field of a form as its windows-949 bytes read. */
    private static String postedText(Visitor buyer, String address, String field) {
        var form = buyer.posted(address).body();
        for (var part : form.split("&", -1)) {
            if (part.startsWith(field + "=")) {
                var bytes = URLDecoder.decode(part.substring(field.length() + 1), StandardCharsets.ISO_8859_1);
                return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), Charset.forName("x-windows-949"));
            }
        }
        throw new AssertionError("no " + field + " in the form to " + address);
    }
}
