package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;

import gyeolje.proof.blackbox.FieldTable.Cell;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every field crossed with everything that can be odd about it: 22 fields, 16 oddities. */
final class FieldRows {
    private static final String APP = "myshop://paid";

    static final List<Row> ROWS = rows();

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var cell : FieldTable.cells(FieldTable.ORDER))
            rows.add(row(
                    cell,
                    target -> hears(cell.expected(), target.tester().send("order", order(target.tester(), cell)))));
        for (var cell : FieldTable.cells(FieldTable.PAY))
            rows.add(row(cell, target -> hears(cell.expected(), target.tester().send("pay", pay(target, cell)))));
        for (var cell : FieldTable.cells(FieldTable.CANCEL))
            rows.add(row(cell, target -> hears(cell.expected(), target.tester().send("cancel", cancel(target, cell)))));
        return List.copyOf(rows);
    }

    private static Row row(Cell cell, Row.Attack attack) {
        return cell.goesUpstream() ? Row.moving("G", cell.title(), attack) : Row.still("G", cell.title(), attack);
    }

    /** Signed over the odd value, so that the signature is not what is wrong with it. */
    private static Body order(Shop shop, Cell cell) {
        var number = Shop.newNumber();
        var signed = shop.order(
                        signedText(cell, "orderNumber", number),
                        signedText(cell, "amount", Shop.AMOUNT),
                        signedText(cell, "timestamp", Shop.MADE_AT),
                        "WM")
                .with("appUrl", APP)
                .with("merchantId", shop.id())
                .with("cashbillYn", "Y");
        var good = cell.field().equals("orderNumber") ? number : goodOrder(shop, cell.field());
        return cell.oddity().in(signed, cell.field(), good, tooLong(cell));
    }

    private static String signedText(Cell cell, String field, String good) {
        return cell.field().equals(field) ? cell.oddity().text(good, tooLong(cell)) : good;
    }

    private static String goodOrder(Shop shop, String field) {
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
            case "merchantId" -> shop.id();
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** A request that is refused is aimed at the spared order; another gets one of its own. */
    private static Body pay(Target target, Cell cell) throws Exception {
        var good = cell.goesUpstream() ? fresh(target) : target.spare().pay();
        return cell.oddity().in(Body.of(good), cell.field(), good.getOrDefault(cell.field(), ""), tooLong(cell));
    }

    private static Map<String, String> fresh(Target target) throws Exception {
        return target.acquirer().authenticate(target.tester().ordered().transaction(), Shop.AMOUNT, Map.of());
    }

    private static Body cancel(Target target, Cell cell) throws Exception {
        var shop = target.tester();
        var transaction = cell.goesUpstream()
                ? shop.paid(target.acquirer()).transaction()
                : target.spare().paid();
        var good = cell.field().equals("cancelReason") ? "변심했어요" : "a".repeat(64);
        if (!cell.field().equals("transactionId"))
            return cell.oddity().in(shop.cancel(transaction, "변심"), cell.field(), good, tooLong(cell));
        var signed = shop.cancel(cell.oddity().text(transaction, tooLong(cell)), "변심");
        return cell.oddity().in(signed, cell.field(), transaction, tooLong(cell));
    }

    private static String tooLong(Cell cell) {
        return FieldTable.TOO_LONG.getOrDefault(cell.field(), "");
    }

    private FieldRows() {}
}
