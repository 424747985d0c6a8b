package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.proof.blackbox.FieldTable.Row;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.World;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every odd value of every field gets the answer of the table, and the acquirer hears of none that is refused. */
@TestInstance(PER_CLASS)
abstract class FieldsContract {
    private static final String APP = "myshop://paid";

    private World world;
    private Shop shop;

    abstract Place place(Path folder) throws Exception;

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        world = World.patient(folder, place(folder));
        shop = world.tester();
    }

    @AfterAll
    void end() {
        world.close();
    }

    @TestFactory
    Stream<DynamicTest> order() {
        var rows = FieldTable.rows(FieldTable.ORDER).stream()
                .map(row -> dynamicTest(row.title(), () -> check(row, "order", oddOrder(row))));
        return Stream.concat(rows, Stream.of(dynamicTest("then a good order succeeds", () -> shop.ordered())));
    }

    @TestFactory
    Stream<DynamicTest> pay() throws Exception {
        var spared = shop.ordered();
        var good = fields(spared);
        var rows = FieldTable.rows(FieldTable.PAY).stream()
                .map(row -> dynamicTest(
                        row.title(),
                        () -> check(row, "pay", odd(row, row.goesUpstream() ? fields(shop.ordered()) : good))));
        return Stream.concat(
                rows,
                Stream.of(dynamicTest(
                        "then the good pay of the same order succeeds",
                        () -> assertEquals(
                                "0000", shop.send("pay", Body.of(good)).code()))));
    }

    @TestFactory
    Stream<DynamicTest> cancel() throws Exception {
        var spared = shop.paid(world.acquirer()).transaction();
        var rows = FieldTable.rows(FieldTable.CANCEL).stream()
                .map(row -> dynamicTest(row.title(), () -> check(row, "cancel", oddCancel(row, spared))));
        return Stream.concat(
                rows,
                Stream.of(dynamicTest(
                        "then the good cancel of the same payment succeeds",
                        () -> assertEquals(
                                "0000",
                                shop.send("cancel", shop.cancel(spared, "변심")).code()))));
    }

    private void check(Row row, String operation, Body body) throws Exception {
        var before = world.acquirer().calls();
        var reply = shop.send(operation, body);
        assertAll(
                () -> assertEquals(row.code(), reply.code(), reply::body),
                () -> assertEquals(200, reply.status()),
                () -> {
                    if (!row.message().isEmpty()) assertEquals(row.message(), reply.message());
                },
                () -> {
                    if (!row.goesUpstream())
                        assertEquals(before, world.acquirer().calls());
                });
    }

    /** Signed over the odd value, so that the signature is not what is wrong with it. */
    private Body oddOrder(Row row) {
        var number = Shop.newNumber();
        var signed = shop.order(
                        signedText(row, "orderNumber", number),
                        signedText(row, "amount", Shop.AMOUNT),
                        signedText(row, "timestamp", Shop.MADE_AT),
                        "WM")
                .with("appUrl", APP)
                .with("cashbillYn", "Y");
        var good = row.field().equals("orderNumber") ? number : goodOrder(row.field());
        return row.oddity().in(signed, row.field(), good, tooLong(row));
    }

    private static String signedText(Row row, String field, String good) {
        return row.field().equals(field) ? row.oddity().text(good, tooLong(row)) : good;
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }

    private static String goodOrder(String field) {
        return switch (field) {
            case "userAgent" -> "WM";
            case "appUrl" -> APP;
            case "amount" -> Shop.AMOUNT;
            case "itemName" -> "텀블러";
            case "userName" -> Shop.BUYER;
            case "returnUrl" -> "https://shop.example.com/return";
            case "userEmail" -> Shop.MAIL;
            case "signature" -> "a".repeat(64);
            case "timestamp" -> Shop.MADE_AT;
            case "cashbillYn" -> "Y";
            case "mobileNumber" -> Shop.PHONE;
            default -> throw new IllegalArgumentException(field);
        };
    }

    private Map<String, String> fields(Reply ordered) throws Exception {
        return world.acquirer().authenticate(ordered.transaction(), Shop.AMOUNT, Map.of());
    }

    private static Body odd(Row row, Map<String, String> good) {
        return row.oddity().in(Body.of(good), row.field(), text(good, row.field()), tooLong(row));
    }

    private Body oddCancel(Row row, String spared) throws Exception {
        var transaction = row.goesUpstream() ? shop.paid(world.acquirer()).transaction() : spared;
        var good = row.field().equals("cancelReason") ? "변심했어요" : "a".repeat(64);
        if (!row.field().equals("transactionId"))
            return row.oddity().in(shop.cancel(transaction, "변심"), row.field(), good, tooLong(row));
        var signed = shop.cancel(row.oddity().text(transaction, tooLong(row)), "변심");
        return row.oddity().in(signed, row.field(), transaction, tooLong(row));
    }

    private static String tooLong(Row row) {
        return FieldTable.TOO_LONG.getOrDefault(row.field(), "");
    }
}
