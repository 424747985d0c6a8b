package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Buying without a mouse or a finger: every step is reached and done by keys, and the eye can follow. */
final class KeyboardTest extends BrowserTest {
    KeyboardTest() {
        super(Storage.SQLITE);
    }

    @Test
    void buysWithACardOnAPcAndCancels() {
        var buyer = onPc("keys");
        var keys = new Keyboard(buyer);
        buyer.open(world().shop());
        keys.tabTo("buy-1");
        buyer.see("focus");
        keys.press("Enter");
        buyer.waitForWindow();
        assertTrue(keys.focus().isInWindow(), "the window takes the focus");
        keys.assertTabStaysInWindow();
        buyWithSecondCard(buyer, keys);

        var transaction = buyer.on("receipt-transaction").textContent();
        world().ledger().assertPaid(transaction, 18_000);
        buyer.willAnswer(true);
        keys.tabTo("cancel");
        buyer.see("receipt");
        keys.press("Space");
        buyer.waitForOrder("cancelled");
        world().ledger().assertCancelled(transaction, 18_000);
    }

    @Test
    void closesTheWindowOnAPcWithEscapeAndOpensItAgain() {
        var before = world().ledger();
        var buyer = onPc("escape");
        var keys = new Keyboard(buyer);
        buyer.open(world().shop());
        keys.tabTo("goods-7");
        keys.press("Enter");
        assertThat(buyer.on("checkout")).isVisible();
        keys.tabTo("checkout");
        keys.press("Space");
        buyer.waitForWindow();
        keys.press("Escape");
        buyer.waitForOrder("abandoned");
        world().ledger().assertNothingPaidSince(before);
        keys.tabTo("pay");
        keys.press("Enter");
        buyer.waitForWindow();
        keys.tabTo("approve");
        keys.press("Space");
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 1_004);
    }

    @Test
    void buysWithACardOnAPhone() {
        var buyer = onPhone("keys");
        var keys = new Keyboard(buyer);
        buyer.open(world().shop());
        keys.tabTo("buy-2");
        keys.press("Enter");
        buyer.waitForWindow();
        buyWithSecondCard(buyer, keys);
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 24_000);
    }

    @Test
    void cancelsInTheWindowOnAPhone() {
        var before = world().ledger();
        var buyer = onPhone("keys-left");
        var keys = new Keyboard(buyer);
        buyer.open(world().shop());
        keys.tabTo("buy-2");
        keys.press("Enter");
        buyer.waitForWindow();
        keys.tabTo("buyer-cancel");
        keys.press("Space");
        buyer.waitForOrder("abandoned");
        world().ledger().assertNothingPaidSince(before);
    }

    private static void buyWithSecondCard(Visitor buyer, Keyboard keys) {
        keys.tabTo("pay-money");
        keys.press("ArrowDown");
        assertThat(buyer.inWindow("pay-card")).isChecked();
        keys.tabTo("card-CCHG");
        keys.press("ArrowRight");
        assertThat(buyer.inWindow("card-CCSR")).isChecked();
        buyer.see("card");
        keys.tabTo("approve");
        keys.press("Enter");
        buyer.waitForOrder("paid");
        assertThat(buyer.on("receipt-card-name")).hasText("새로카드");
    }
}
