package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.proof.browser.MerchantSite.Style;
import gyeolje.sdk.PaymentType;
import gyeolje.sdk.Window;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merchants whose pages were written long ago, after the specification, find the window as they know it. */
final class ClassicMerchantTest extends BrowserTest {
    private static final String ITEM_IN_WINDOW = "똠·펲 찻잔 세트";

    ClassicMerchantTest() {
        super(Storage.SQLITE);
    }

    @ParameterizedTest
    @CsvSource({
        "euc-kr, payplus_web.jsp, KCP_Pay_Execute",
        "UTF-8, payplus_web.jsp, KCP_Pay_Execute",
        "euc-kr, kcp_spay_hub.js, KCP_Pay_Execute_Web",
        "UTF-8, kcp_spay_hub.js, KCP_Pay_Execute_Web"
    })
    void sellOnAPc(String charset, String script, String opener) throws IOException {
        try (var site = new MerchantSite(world(), new Style(Window.PC, charset, script, opener))) {
            var buyer = onPc("classic-" + charset + "-" + script);
            buyer.open(site.address());
            buyer.press(buyer.page().locator("#go"));
            buyer.waitForWindow();
            assertThat(buyer.inWindow("goods")).hasText(ITEM_IN_WINDOW);
            buyer.see("window");
            buyer.pressInWindow("approve");
            assertSold(buyer, site, PaymentType.KAKAO_MONEY);
        }
    }

    @ParameterizedTest
    @CsvSource({"euc-kr, payplus_web.jsp, KCP_Pay_Execute", "UTF-8, kcp_spay_hub.js, KCP_Pay_Execute_Web"})
    void hearOnAPcThatTheBuyerLeftAndMayOpenTheWindowAgain(String charset, String script, String opener)
            throws IOException {
        var before = world().ledger();
        try (var site = new MerchantSite(world(), new Style(Window.PC, charset, script, opener))) {
            var buyer = onPc("classic-left-" + charset);
            buyer.open(site.address());
            buyer.press(buyer.page().locator("#go"));
            buyer.waitForWindow();
            buyer.willAnswer(true);
            buyer.pressInWindow("buyer-cancel");
            assertThat(buyer.page().locator("#naxIfr")).hasCount(0);
            assertEquals(1, buyer.questions().size());
            assertEquals("[3001] ", buyer.questions().getFirst().substring(0, 7));
            assertThat(buyer.page().locator("#go")).isFocused();
            buyer.see("page");
            world().ledger().assertNothingPaidSince(before);

            buyer.press(buyer.page().locator("#go"));
            buyer.waitForWindow();
            buyer.pressInWindow("approve");
            assertSold(buyer, site, PaymentType.KAKAO_MONEY);
        }
    }

    @ParameterizedTest
    @CsvSource({"euc-kr", "UTF-8"})
    void sellOnAPhone(String charset) throws IOException {
        try (var site = new MerchantSite(world(), new Style(Window.MOBILE, charset, "", ""))) {
            var buyer = onPhone("classic-" + charset);
            buyer.open(site.address());
            buyer.press(buyer.page().locator("#go"));
            buyer.waitForWindow();
            assertThat(buyer.inWindow("goods")).hasText(ITEM_IN_WINDOW);
            buyer.see("window");
            buyer.inWindow("pay-card").check();
            buyer.pressInWindow("approve");
            assertSold(buyer, site, PaymentType.KAKAO_CARD);
        }
    }

    /** Page, gateway and acquirer agree. */
    private void assertSold(Visitor buyer, MerchantSite site, PaymentType type) {
        assertThat(buyer.page().locator("#result")).hasText("0000");
        assertThat(buyer.page().locator("#memo")).hasText(ClassicPage.MEMO);
        buyer.see("result");
        var answer = site.answers().getLast();
        assertEquals(List.of(answer), site.answers());
        assertEquals(type, answer.type());
        assertEquals(MerchantSite.WON, answer.amount());
        assertThat(buyer.page().locator("#transaction")).hasText(answer.transactionId());
        world().ledger().assertPaid(answer.transactionId(), MerchantSite.WON);
    }
}
