package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Buying on a PC, where the payment window lies over the shop's page. */
@ParameterizedClass
@EnumSource(Storage.class)
final class PcPurchaseTest extends BrowserTest {
    PcPurchaseTest(Storage storage) {
        super(storage);
    }

    @Test
    void kakaoPayMoneyPaysAndAReceiptComes() {
        var buyer = onPc("money");
        buyer.open(world().shop());
        buyer.see("front");
        buyer.press("goods-1");
        buyer.page().getByLabel("받는 분").fill("홍길동");
        buyer.see("goods");
        buyer.press("checkout");
        buyer.waitForWindow();
        assertThat(buyer.inWindow("goods")).hasText("달항아리 찻잔");
        assertThat(buyer.inWindow("approve")).hasText("18,000원 결제하기");
        buyer.see("window");
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        buyer.see("receipt");

        assertThat(buyer.on("receipt-item")).hasText("달항아리 찻잔");
        assertThat(buyer.on("receipt-amount")).hasText("18,000원");
        assertThat(buyer.on("receipt-method")).hasText("카카오페이머니");
        assertThat(buyer.on("receipt-cash-receipt")).hasText("18,000원");
        assertThat(buyer.on("receipt-state")).hasText("결제 완료");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 18_000);
    }

    @Test
    void aDoublePressOnEveryButtonBuysOnce() {
        var before = world().ledger();
        var buyer = onPc("double");
        buyer.open(world().shop());
        buyer.on("buy-7").dblclick();
        buyer.waitForWindow();
        buyer.inWindow("approve").dblclick();
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 1_004);
        assertEquals(before.approveCalls() + 1, world().ledger().approveCalls());
        buyer.press("orders-link");
        assertThat(buyer.on("order")).hasCount(1);
        buyer.see("orders");
    }

    @Test
    void cancellingInTheWindowIsMetWithAFriendlyWordAndTheWindowOpensAgain() {
        var before = world().ledger();
        var buyer = onPc("left");
        buyer.open(world().shop());
        buyer.press("buy-4");
        buyer.waitForWindow();
        buyer.pressInWindow("buyer-cancel");
        buyer.waitForOrder("abandoned");
        assertThat(buyer.on("error")).containsText("결제를 취소하셨어요");
        assertThat(buyer.on("error")).containsText("3001");
        buyer.see("notice");
        world().ledger().assertNothingPaidSince(before);

        buyer.press("pay");
        buyer.waitForWindow();
        buyer.pressInWindow("approve");
        buyer.waitForOrder("paid");
        world().ledger().assertPaid(buyer.on("receipt-transaction").textContent(), 9_800);
    }

    @Test
    void closingTheLayerTakesNoMoney() {
        var before = world().ledger();
        var buyer = onPc("closed");
        buyer.open(world().shop());
        buyer.press("buy-5");
        buyer.waitForWindow();
        buyer.pressInWindow("buyer-close");
        buyer.waitForOrder("abandoned");
        assertThat(buyer.on("error")).containsText("돈이 나가지 않았어요");
        buyer.see("notice");
        world().ledger().assertNothingPaidSince(before);
    }

    @Test
    void aDeclineIsToldInTheAcquirersWords() {
        var before = world().ledger();
        var buyer = onPc("declined");
        buyer.open(world().shop());
        buyer.press("buy-3");
        buyer.waitForWindow();
        buyer.inWindow("outcome-decline").check();
        buyer.see("window");
        buyer.pressInWindow("approve");
        buyer.waitForOrder("declined");
        assertThat(buyer.on("error")).containsText("결제가 거절됐어요");
        assertThat(buyer.on("error")).containsText("카카오페이머니 잔액이 부족합니다.(LACK_BALANCE)");
        assertThat(buyer.on("error")).containsText("CC10");
        buyer.see("notice");
        world().ledger().assertNothingPaidSince(before);
        buyer.page().reload();
        buyer.waitForOrder("declined");
        assertEquals(before.approveCalls() + 1, world().ledger().approveCalls());
    }
}
