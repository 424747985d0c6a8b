package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.core.payment.Limits;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each response code is reached through the merchants' interface, with its message as the protocol spells it (section 6). */
@TestInstance(PER_CLASS)
abstract class ResponseCodesContract {
    private static final long NONE = Limits.NONE;

    private World world;
    private Shop shop;
    private Acquirer acquirer;

    abstract Place place(Path folder) throws Exception;

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        world = World.patient(folder, place(folder));
        shop = world.tester();
        acquirer = world.acquirer();
    }

    @AfterAll
    void end() {
        world.close();
    }

    private static void assertAnswer(String code, String message, Reply reply) {
        assertEquals(code + " " + message, reply.code() + " " + reply.message());
        assertEquals(200, reply.status());
    }

    @Test
    void theSpecificationsOwnSampleIsAcceptedWithItsSixtiethSecond() throws Exception {
        var sample = shop.order("ZP2017090911", "1004", "20170910132060", "WM")
                .with("signature", "d186b8fedccffd291e0619fbf8b247c3f283e3769571eb57b68a50b46af23b75");
        var reply = shop.send("order", sample);
        assertAnswer("0000", "성공", reply);
        assertTrue(reply.json().has("approval_key") && reply.json().has("pay_url"), reply::body);
        assertEquals("0000", shop.pay(acquirer, reply).code());
    }

    @Test
    void code0000FromOrderToCancel() throws Exception {
        var ordered = shop.ordered();
        var paid = shop.pay(acquirer, ordered);
        assertAnswer("0000", "성공", paid);
        assertEquals(ordered.transaction(), paid.text("transactionId"));
        var cancelled = shop.send("cancel", shop.cancel(paid.transaction(), "변심"));
        assertAnswer("0000", "성공", cancelled);
        assertTrue(cancelled.text("cancelDateTime").matches("[0-9]{14}"), cancelled::body);
    }

    @Test
    void theCardCancelPathCancelsToo() throws Exception {
        var paid = shop.paid(acquirer);
        var body = shop.cancel(paid.transaction(), "변심");
        assertAnswer("0000", "성공", shop.sendTo("/v2/api/payment/tester/cancel2", body));
    }

    @Test
    void code1001ForAnUnknownMerchant() throws Exception {
        var nobody = new Shop("nobody", "a-key-of-nobody-0123456789", shop.port());
        assertAnswer("1001", "등록되지 않은 서비스아이디 입니다.", nobody.send("order", nobody.order("A1")));
    }

    @Test
    void code1001ForADisabledMerchant() throws Exception {
        var closed = world.merchant("closed", Limits.UNLIMITED, "127.0.0.1", false);
        assertAnswer("1001", "등록되지 않은 서비스아이디 입니다.", closed.send("order", closed.order("A1")));
    }

    @Test
    void code1002WhenTheAcquirerWillNotRegister() throws Exception {
        acquirer.fault(Map.of("on", "register", "kind", "status", "status", "500"));
        var order = shop.order(Shop.newNumber(), "1004", Shop.MADE_AT, "WM");
        assertAnswer("1002", "제휴사 프로세스 생성 오류", shop.send("order", order));
        assertAnswer("0000", "성공", shop.send("order", order));
    }

    @Test
    void code1003WhenTooLittleIsUnsettled() throws Exception {
        var paid = shop.paid(acquirer);
        acquirer.fault(Map.of("on", "cancel", "kind", "decline", "code", "8178"));
        var cancel = shop.cancel(paid.transaction(), "변심");
        assertAnswer("1003", "정산 대상 금액 부족으로 취소가 불가 합니다.", shop.send("cancel", cancel));
        assertAnswer("0000", "성공", shop.send("cancel", cancel));
    }

    @Test
    void code1004ForATransactionThatIsNotThisMerchants() throws Exception {
        var other = world.merchant("other", Limits.UNLIMITED);
        var theirs = other.paid(acquirer).transaction();
        var message = "취소 대상건이 없습니다.";
        assertAnswer("1004", message, shop.send("cancel", shop.cancel(theirs, "변심")));
        assertAnswer("1004", message, shop.send("cancel", shop.cancel("20200101000000KK0000", "변심")));
        assertTrue(acquirer.ledger().of(theirs).getFirst().stands());
    }

    @Test
    void code1005ForAnUnpaidOrderAndForASecondCancel() throws Exception {
        var message = "취소 가능 상태가 아닙니다.";
        var unpaid = shop.ordered().transaction();
        assertAnswer("1005", message, shop.send("cancel", shop.cancel(unpaid, "변심")));
        var paid = shop.paid(acquirer).transaction();
        assertAnswer("0000", "성공", shop.send("cancel", shop.cancel(paid, "변심")));
        assertAnswer("1005", message, shop.send("cancel", shop.cancel(paid, "다른 까닭")));
    }

    @Test
    void code1006WhenTheAcquirerCancelledAndOurRecordIsNotDurableYet() throws Exception {
        var paid = shop.paid(acquirer).transaction();
        acquirer.fault(Map.of("on", "cancel", "kind", "delay-after", "ms", "5000"));
        var cancel = shop.cancel(paid, "변심");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> shop.send("cancel", cancel));
            Until.holds(
                    "the acquirer has cancelled",
                    () -> !acquirer.ledger().of(paid).getFirst().stands());
            try (var blocked = world.place().blockWrites()) {
                assertTrue(blocked.isValid(1));
                assertAnswer("1006", "취소 update 에러!", answer.get());
            }
        }
        world.settle();
        assertAnswer("0000", "성공", shop.send("cancel", cancel));
    }

    @Test
    void code2001ForABadSignature() throws Exception {
        var forged = shop.order(Shop.newNumber()).with("signature", "0".repeat(64));
        var message = "전문 검증에러!(관리자에게 문의 부탁드립니다.)";
        assertAnswer("2001", message, shop.send("order", forged));
        var paid = shop.paid(acquirer).transaction();
        assertAnswer(
                "2001", message, shop.send("cancel", shop.cancel(paid, "변심").with("signature", "0".repeat(64))));
    }

    @Test
    void code2001OverHttp403FromAnAddressThatIsNotAllowed() throws Exception {
        var far = world.merchant("far-away", Limits.UNLIMITED, "203.0.113.7", true);
        var reply = far.send("order", far.order("A1"));
        assertEquals("403 2001", reply.status() + " " + reply.code());
    }

    @Test
    void code5001BelowTheMinimum() throws Exception {
        var message = "결제 금액이 최소 결제 금액 보다 작습니다.";
        for (var amount : new String[] {"0", "99"})
            assertAnswer("5001", message, shop.send("order", shop.order(Shop.newNumber(), amount, Shop.MADE_AT, "WP")));
        var least = shop.order(Shop.newNumber(), "100", Shop.MADE_AT, "WP");
        assertAnswer("0000", "성공", shop.send("order", least));
    }

    @Test
    void code5002AboveTheMaximum() throws Exception {
        var most = shop.order(Shop.newNumber(), "2000000", Shop.MADE_AT, "WP");
        assertAnswer("0000", "성공", shop.send("order", most));
        var more = shop.order(Shop.newNumber(), "2000001", Shop.MADE_AT, "WP");
        assertAnswer("5002", "결제 금액이 최대 결제 금액 보다 큼니다.", shop.send("order", more));
    }

    @Test
    void code5003OverTheDayLimit() throws Exception {
        assertOverLimit("5003", "가맹점 일한도 초과! 관리자에게 문의 부탁드립니다.", new Limits(1500, NONE, NONE));
    }

    @Test
    void code5004OverTheMonthLimit() throws Exception {
        assertOverLimit("5004", "가맹점 월한도 초과! 관리자에게 문의 부탁드립니다.", new Limits(NONE, 1500, NONE));
    }

    @Test
    void code5005OverTheGuaranteeLimit() throws Exception {
        assertOverLimit("5005", "이행보증보험 한도 초과! 관리자에게 문의 부탁드립니다.", new Limits(NONE, NONE, 1500));
    }

    /** At order once the limit is used up, and at pay for an order made before it was. */
    private void assertOverLimit(String code, String message, Limits limits) throws Exception {
        var limited = world.merchant("limited-" + code, limits);
        var early = limited.ordered();
        limited.paid(acquirer);
        assertAnswer(code, message, limited.send("order", limited.order(Shop.newNumber())));
        assertAnswer(code, message, limited.pay(acquirer, early));
    }

    @Test
    void code6001And6002NameTheField() throws Exception {
        var good = shop.order(Shop.newNumber());
        assertAnswer("6001", "returnUrl은 필수입니다.", shop.send("order", good.without("returnUrl")));
        assertAnswer("6002", "timestamp이 잘못되었습니다.", shop.send("order", good.with("timestamp", "20260401240000")));
    }

    @Test
    void code6003ForABodyThatIsNoJsonObject() throws Exception {
        for (var body : new String[] {"", "[]", "\"text\"", "{\"a\":\"1\"", "{\"a\":\"1\",\"a\":\"2\"}", "{} {}"}) {
            var reply = shop.send("order", body.getBytes(StandardCharsets.UTF_8));
            assertEquals("400 6003 파라미터를 확인해주세요.", reply.status() + " " + reply.code() + " " + reply.message());
        }
        var notUtf8 = shop.send("order", new byte[] {'{', '"', (byte) 0x80, '"', ':', '"', '"', '}'});
        assertEquals("400 6003", notUtf8.status() + " " + notUtf8.code());
    }

    @Test
    void code8001ForAnOrderThatIsNotThisMerchants() throws Exception {
        var other = world.merchant("another", Limits.UNLIMITED);
        var theirs = other.ordered();
        var message = "주문정보가 없습니다.";
        assertAnswer("8001", message, shop.pay(acquirer, theirs));
        assertAnswer(
                "8001",
                message,
                shop.send("pay", shop.authentication(acquirer, theirs).with("ordr_idxx", "20200101000000KK0000")));
        assertEquals("0000", other.pay(acquirer, theirs).code());
    }

    @Test
    void code8002ForAnOrderThatIsPaid() throws Exception {
        var number = Shop.newNumber();
        var ordered = shop.ordered(number, Shop.MADE_AT);
        assertEquals("0000", shop.pay(acquirer, ordered).code());
        var message = "결제가 진행된 주문입니다.";
        assertAnswer("8002", message, shop.pay(acquirer, ordered));
        var again = shop.order(number, Shop.AMOUNT, "20260401120001", "WP");
        assertAnswer("8002", message, shop.send("order", again));
    }

    @Test
    void code9001WhenTheAnswerIsLostAndTheMoneyComesBack() throws Exception {
        var ordered = shop.ordered();
        acquirer.fault(Map.of("on", "approve", "kind", "drop-after", "order", ordered.transaction()));
        var pay = shop.authentication(acquirer, ordered);
        assertAnswer("9001", "관리자에게 문의해주세요.", shop.send("pay", pay));
        world.settle();
        assertEquals(1, acquirer.ledger().of(ordered.transaction()).size());
        assertTrue(acquirer.ledger().standing().stream()
                .noneMatch(approval -> approval.transaction().equals(ordered.transaction())));
        assertAnswer("9001", "관리자에게 문의해주세요.", shop.send("pay", pay));
    }

    @Test
    void code9002WhenTheShopperDidNotAuthenticate() throws Exception {
        var ordered = shop.ordered();
        var given = Map.of("res_cd", "3001", "enc_info", "", "enc_data", "", "ordr_idxx", ordered.transaction());
        var before = acquirer.calls();
        assertAnswer("9002", "결과코드(res_cd)가 0000이 아닙니다.", shop.send("pay", Body.of(given)));
        assertEquals(before, acquirer.calls());
        assertEquals("0000", shop.pay(acquirer, ordered).code());
    }

    @Test
    void theAcquirersOwnRefusalPassesThrough() throws Exception {
        var ordered = shop.ordered();
        var refused = acquirer.authenticate(
                ordered.transaction(), Shop.AMOUNT, Map.of("method", "KAKAO_CARD", "outcome", "CC61"));
        var reply = shop.send("pay", Body.of(refused));
        assertEquals("CC61", reply.code());
        assertNotEquals("", reply.message());
        assertEquals(reply.body(), shop.send("pay", Body.of(refused)).body());
    }
}
