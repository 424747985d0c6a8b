package gyeolje.proof.money;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.proof.money.FaultTable.Row;
import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.function.Executable;

/** The faults of one operation at an acquirer of their own, and what became of the money. */
final class Faults implements AutoCloseable {
    private final World world;
    private final Shop shop;
    private final Acquirer acquirer;
    private final Books books = new Books();

    Faults(World world) {
        this.world = world;
        this.shop = world.tester();
        this.acquirer = world.acquirer();
    }

    /** One payment under one fault. */
    private record Case(Row row, String number, Reply ordered, Body request, Reply heard) {}

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

    @Override
    public void close() {
        world.close();
    }
}
