package gyeolje.proof.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.core.payment.Limits;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Nodes;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** However many ask at one instant, money moves once, and limits hold to the won. */
@TestInstance(PER_CLASS)
abstract class RacesContract {
    private static final long WON = Long.parseLong(Shop.AMOUNT);

    private Nodes nodes;
    private Shop shop;
    private Acquirer acquirer;

    /** One gateway, or several on one store. */
    abstract Nodes start(Path folder) throws Exception;

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        nodes = start(folder);
        shop = nodes.tester();
        acquirer = nodes.acquirer();
    }

    @AfterAll
    void end() {
        nodes.close();
    }

    /** Everybody asks the next node. */
    private Shop next(Shop merchant, int asker) {
        var ports = nodes.ports();
        return merchant.at(ports.get(asker % ports.size()));
    }

    private List<Reply> atOnce(String operation, byte[] body) throws Exception {
        var asking = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 100; i++) {
            var asked = next(shop, i);
            asking.add(() -> asked.send(operation, body));
        }
        return AtOnce.run(asking);
    }

    @Test
    void aHundredIdenticalPaysAreOneApprovalAndOneAnswer() throws Exception {
        var ordered = shop.ordered();
        acquirer.fault(Map.of("on", "approve", "kind", "delay-after", "ms", "300", "order", ordered.transaction()));
        var pay = shop.authentication(acquirer, ordered).bytes();
        var before = acquirer.calls().approve();
        var answers = atOnce("pay", pay);
        assertEquals(1, bodies(answers).size(), () -> bodies(answers).toString());
        assertEquals("0000", answers.getFirst().code());
        assertEquals(1, acquirer.calls().approve() - before);
        assertEquals(1, acquirer.ledger().of(ordered.transaction()).size());
    }

    @Test
    void aHundredDifferentPaysForOneOrderAreOneApproval() throws Exception {
        var ordered = shop.ordered();
        var pays = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 100; i++) {
            var pay = shop.authentication(acquirer, ordered).bytes();
            var asked = next(shop, i);
            pays.add(() -> asked.send("pay", pay));
        }
        assertEquals(Map.of("0000", 1L, "8002", 99L), codes(AtOnce.run(pays)));
        assertEquals(1, acquirer.ledger().of(ordered.transaction()).size());
    }

    @Test
    void ofTwoAttemptsOfOneOrderNumberPaidAtOnceOneIsApproved() throws Exception {
        for (int round = 0; round < 10; round++) {
            var number = Shop.newNumber();
            var first = shop.ordered(number, "20260401120000");
            var second = shop.ordered(number, "20260401120001");
            var payFirst = shop.authentication(acquirer, first).bytes();
            var paySecond = shop.authentication(acquirer, second).bytes();
            var answers = AtOnce.run(List.<Callable<Reply>>of(
                    () -> next(shop, 0).send("pay", payFirst),
                    () -> next(shop, 1).send("pay", paySecond)));
            assertEquals(Map.of("0000", 1L, "8002", 1L), codes(answers));
            var ledger = acquirer.ledger();
            assertEquals(
                    1,
                    ledger.of(first.transaction()).size()
                            + ledger.of(second.transaction()).size());
        }
    }

    @Test
    void aHundredIdenticalCancelsAreOneCancelAndOneAnswer() throws Exception {
        var paid = shop.paid(acquirer).transaction();
        var cancel = shop.cancel(paid, "변심").bytes();
        var before = acquirer.calls().cancel();
        var answers = atOnce("cancel", cancel);
        assertEquals(1, bodies(answers).size(), () -> bodies(answers).toString());
        assertEquals("0000", answers.getFirst().code());
        assertEquals(1, acquirer.calls().cancel() - before);
    }

    @Test
    void aHundredDifferentCancelsAreOneCancel() throws Exception {
        var paid = shop.paid(acquirer).transaction();
        var cancels = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 100; i++) {
            var cancel = shop.cancel(paid, "변심 " + i).bytes();
            var asked = next(shop, i);
            cancels.add(() -> asked.send("cancel", cancel));
        }
        var before = acquirer.calls().cancel();
        assertEquals(Map.of("0000", 1L, "1005", 99L), codes(AtOnce.run(cancels)));
        assertEquals(1, acquirer.calls().cancel() - before);
    }

    @Test
    void aHundredIdenticalOrdersAreOneTransaction() throws Exception {
        var order = shop.order(Shop.newNumber()).bytes();
        var answers = atOnce("order", order);
        assertEquals(1, bodies(answers).size(), () -> bodies(answers).toString());
    }

    @Test
    void theDayLimitIsExactUnderFiftyPaysAtOnce() throws Exception {
        assertExact("5003", new Limits(10 * WON + 1, Limits.NONE, Limits.NONE));
    }

    @Test
    void theMonthLimitIsExactUnderFiftyPaysAtOnce() throws Exception {
        assertExact("5004", new Limits(Limits.NONE, 10 * WON, Limits.NONE));
    }

    @Test
    void theGuaranteeLimitIsExactUnderFiftyPaysAtOnce() throws Exception {
        assertExact("5005", new Limits(Limits.NONE, Limits.NONE, 11 * WON - 1));
    }

    /** There is room for ten; a cancelled one makes room for one more, and a declined one takes none. */
    private void assertExact(String code, Limits limits) throws Exception {
        var limited = nodes.merchant("limit-" + code, limits);
        var orders = new ArrayList<Reply>();
        for (int i = 0; i < 53; i++) orders.add(limited.ordered());
        var pays = new ArrayList<Callable<Reply>>();
        for (var ordered : orders.subList(0, 50)) {
            var pay = limited.authentication(acquirer, ordered).bytes();
            var asked = next(limited, pays.size());
            pays.add(() -> asked.send("pay", pay));
        }
        var answers = AtOnce.run(pays);
        assertEquals(Map.of("0000", 10L, code, 40L), codes(answers));
        var paid = answers.stream()
                .filter(answer -> answer.code().equals("0000"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "0000",
                limited.send("cancel", limited.cancel(paid.transaction(), "변심")).code());
        var declined = orders.get(50);
        acquirer.fault(Map.of("on", "approve", "kind", "decline", "order", declined.transaction()));
        assertEquals("CC10", limited.pay(acquirer, declined).code());
        assertEquals("0000", limited.pay(acquirer, orders.get(51)).code());
        assertEquals(code, limited.pay(acquirer, orders.get(52)).code());
    }

    private static Set<String> bodies(List<Reply> replies) {
        return replies.stream().map(Reply::body).collect(Collectors.toSet());
    }

    private static Map<String, Long> codes(List<Reply> replies) {
        return replies.stream().collect(Collectors.groupingBy(Reply::code, TreeMap::new, Collectors.counting()));
    }
}
