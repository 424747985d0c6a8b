package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters that encodings lose and browsers execute: rare Hangul, an emoji, an apostrophe, HTML. */
@ParameterizedClass
@EnumSource(Storage.class)
final class HardTextTest extends BrowserTest {
    private static final String ITEM = "뷁·똠·펲·믜's <b>한정판</b> 머그 🍵";
    private static final String ITEM_IN_WINDOW = "뷁·똠·펲·믜s b한정판/b 머그";
    private static final String BUYER = "뷁똠펲믜 O'Neil <img src=x onerror=alert(1)> 🍵";

    HardTextTest(Storage storage) {
        super(storage);
    }

    @Test
    void arriveUnharmedOnAPc() {
        story(onPc("hard"));
    }

    @Test
    void arriveUnharmedOnAPhone() {
        story(onPhone("hard"));
    }

    private void story(Visitor buyer) {
        buyer.open(world().shop());
        buyer.press("goods-8");
        assertThat(buyer.page().locator("h1")).hasText(ITEM);
        buyer.page().locator("#name").fill(BUYER);
        buyer.see("goods");
        buyer.press("checkout");
        buyer.waitForWindow();
        assertThat(buyer.inWindow("goods")).hasText(ITEM_IN_WINDOW);
        buyer.see("window");
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        assertThat(buyer.on("receipt-item")).hasText(ITEM);
        buyer.see("receipt");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 34_900);
        assertThat(buyer.on("receipt-item").locator("*")).hasCount(0);

        buyer.press("wire-link");
        assertThat(buyer.page().locator("pre").first()).containsText(BUYER.replace("\"", "\\\""));
        assertThat(buyer.page().locator("pre *")).hasCount(0);
        buyer.see("wire");
        buyer.press("orders-link");
        assertThat(buyer.on("order")).containsText(ITEM);
        assertEquals(0, buyer.page().locator("img[src='x']").count());
    }
}
