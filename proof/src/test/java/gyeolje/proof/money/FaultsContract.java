package gyeolje.proof.money;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.proof.money.FaultTable.Row;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the acquirer does to an answer, the merchant hears the truth or "unknown", and the money ends where the answer says. */
@TestInstance(PER_CLASS)
abstract class FaultsContract {
    private World world;
    private Shop shop;
    private Acquirer acquirer;
    private Books books = new Books();

    abstract Place place(Path folder) throws Exception;

    @BeforeEach
    void begin(@TempDir Path folder) throws Exception {
        world = World.hasty(folder, place(folder));
        shop = world.tester();
        acquirer = world.acquirer();
        books = new Books();
    }

    @AfterEach
    void end() {
        world.close();
    }

    /** One payment under one fault. */
    private record Case(Row row, String number, Reply ordered, Body request, Reply heard) {}

    @Test
    void everyFaultOfAnApproval() throws Exception {
        var cases = each(FaultTable.APPROVE, row -> {
            var number = Shop.newNumber();
            var ordered = shop.ordered(number, Shop.MADE_AT);
            acquirer.fault(row.on("approve", ordered.transaction()));
            return pay(row, number, ordered);
        });
        world.settle();
        assertMoney(cases);
    }

    @Test
    void everyFaultOfTheInquiryThatSettlesADoubt() throws Exception {
        var cases = each(FaultTable.INQUIRY, row -> {
            var number = Shop.newNumber();
            var ordered = shop.ordered(number, Shop.MADE_AT);
            acquirer.fault(row.on("inquiry", ordered.transaction()));
            acquirer.fault(Map.of("on", "approve", "kind", "drop-after", "order", ordered.transaction()));
            return pay(row, number, ordered);
        });
        world.settle();
        assertMoney(cases);
    }

    @Test
    void everyFaultOfACancel() throws Exception {
        var cases = each(FaultTable.CANCEL, row -> {
            var ordered = shop.ordered();
            var paid = books.paid(ordered.transaction(), shop.pay(acquirer, ordered));
            assertEquals("0000", paid.code());
            var tno = acquirer.ledger().of(ordered.transaction()).getFirst().tno();
            acquirer.fault(row.on("cancel", tno));
            var cancel = shop.cancel(ordered.transaction(), "변심");
            return new Case(row, "", ordered, cancel, shop.send("cancel", cancel));
        });
        world.settle();
        assertAll(cases.stream()
                .map(one -> check(one, () -> {
                    var again = books.cancelled(one.ordered().transaction(), shop.send("cancel", one.request()));
                    assertEquals(one.row().afterwards(), again.code(), one.row()::title);
                    if (one.heard().code().equals("0000"))
                        assertEquals(one.heard().body(), again.body());
                })));
        books.agreeWith(acquirer.ledger());
    }

    @Test
    void theAcquirerKnowsNothingOfATradeForAWhile() throws Exception {
        var ordered = shop.ordered();
        assertEquals(
                "0000",
                books.paid(ordered.transaction(), shop.pay(acquirer, ordered)).code());
        acquirer.fault(Map.of("on", "cancel", "kind", "late", "ms", "1500"));
        var cancel = shop.cancel(ordered.transaction(), "변심");
        assertEquals("8132", shop.send("cancel", cancel).code());
        Until.holds(
                "the cancel goes through",
                () -> shop.send("cancel", cancel).code().equals("0000"));
        books.cancelled(ordered.transaction(), shop.send("cancel", cancel));
        books.agreeWith(acquirer.ledger());
    }

    @Test
    void everyFaultOfARegistrationLeavesTheOrderFree() throws Exception {
        for (var row : FaultTable.rows(FaultTable.REGISTER)) {
            acquirer.fault(row.on("register", ""));
            var order = shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM");
            assertEquals(row.answer(), shop.send("order", order).code(), row::title);
            acquirer.noFaults();
            var again = shop.send("order", order);
            assertEquals(row.afterwards(), again.code(), row::title);
            assertEquals(
                    "0000",
                    books.paid(again.transaction(), shop.pay(acquirer, again)).code(),
                    row::title);
        }
        books.agreeWith(acquirer.ledger());
    }

    private Case pay(Row row, String number, Reply ordered) throws Exception {
        var pay = shop.authentication(acquirer, ordered);
        return new Case(row, number, ordered, pay, books.paid(ordered.transaction(), shop.send("pay", pay)));
    }

    /** All rows side by side: some take as long as the gateway waits. */
    private List<Case> each(String table, Trying trying) throws Exception {
        return AtOnce.run(FaultTable.rows(table).stream()
                .map(row -> (Callable<Case>) () -> trying.under(row))
                .toList());
    }

    @FunctionalInterface
    private interface Trying {
        Case under(Row row) throws Exception;
    }

    private void assertMoney(List<Case> cases) throws Exception {
        var ledger = acquirer.ledger();
        assertAll(cases.stream()
                .map(one -> check(one, () -> {
                    Function<Acquirer.Approval, String> state = approval -> approval.stands() ? "stands" : "back";
                    var money = ledger.of(one.ordered().transaction()).stream()
                            .map(state)
                            .toList();
                    var expected = one.row().afterwards();
                    assertEquals(expected.equals("none") ? List.of() : List.of(expected), money, one.row()::title);
                    assertEquals(
                            one.heard().body(), shop.send("pay", one.request()).body(), one.row()::title);
                })));
        assertOrdersAreFreeAgain(cases);
        books.agreeWith(acquirer.ledger());
    }

    /** Once a doubt is settled the shopper may try again under the same order number. */
    private void assertOrdersAreFreeAgain(List<Case> cases) throws Exception {
        for (var one : cases) {
            if (one.heard().code().equals("0000")) continue;
            var again = shop.ordered(one.number(), "20260401120001");
            assertEquals(
                    "0000",
                    books.paid(again.transaction(), shop.pay(acquirer, again)).code(),
                    one.row()::title);
        }
    }

    private static Executable check(Case one, Executable more) {
        return () -> {
            assertEquals(one.row().answer(), one.heard().code(), one.row()::title);
            more.execute();
        };
    }
}
