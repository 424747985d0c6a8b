package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Limits;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.util.List;
import java.util.Map;

/** How an amount is written, and how much it may be (merchant API, sections 3 and 5). */
final class AmountRows {
    static final List<Row> ROWS = List.of(
            still("A90", "an amount of nothing", target -> amounts(target, "5001", "0")),
            still("A91", "less than the minimum", target -> amounts(target, "5001", "1", "99")),
            still("A92", "more than the maximum", target -> amounts(target, "5002", "2000001", "999999999999")),
            still(
                    "A93",
                    "signed amounts",
                    target -> amounts(target, "6002 amount", "-1004", "+1004", "-0", "\u22121004")),
            still("A94", "leading zeros", target -> amounts(target, "6002 amount", "01004", "0000000001004", "00")),
            still("A95", "other spellings of a number", AmountRows::spellings),
            still("A96", "digits of other scripts", AmountRows::otherDigits),
            still("A97", "amounts that a smaller integer would wrap", AmountRows::wrapping),
            still("A98", "what is no amount at all", AmountRows::noAmount),
            still("A99", "more than what is left of a limit", AmountRows::overLimit));

    /** Signed over the amount, so that only the amount is at fault. */
    private static Reply amount(Target target, String amount) throws Exception {
        var shop = target.tester();
        return shop.send("order", shop.order(Shop.newNumber(), amount, Shop.MADE_AT, "WP"));
    }

    private static void amounts(Target target, String expected, String... amounts) throws Exception {
        for (var amount : amounts) hears(expected, amount(target, amount));
    }

    private static void spellings(Target target) throws Exception {
        amounts(
                target,
                "6002 amount",
                "1004.0",
                "1004.",
                ".5",
                "1,004",
                "1e3",
                "1E3",
                "0x3EC",
                "1_004",
                " 1004",
                "1004 ",
                "\\1004",
                "1004원",
                "₩1004",
                "1004L",
                "0b11",
                "１0０4",
                "1004;");
    }

    private static void otherDigits(Target target) throws Exception {
        amounts(
                target,
                "6002 amount",
                "１００４",
                "١٠٠٤",
                "۱۰۰۴",
                "१००४",
                "¹⁰⁰⁴",
                "①⓪⓪④",
                "一〇〇四",
                "𝟏𝟎𝟎𝟒",
                "1004\u200b");
    }

    private static void wrapping(Target target) throws Exception {
        amounts(target, "5002", "4294968300", "2147483648", "999999999999");
        amounts(target, "6002 amount", "9223372036854775808", "18446744073709552620", "1000000000000");
    }

    private static void noAmount(Target target) throws Exception {
        amounts(target, "6001 amount", "");
        amounts(target, "6002 amount", "null", "NaN", "Infinity", "-Infinity", "undefined", "true", "[]", "1004\u0000");
    }

    private static void overLimit(Target target) throws Exception {
        for (var limit : Map.of(
                        "5003", new Limits(1003, Limits.NONE, Limits.NONE),
                        "5004", new Limits(Limits.NONE, 1003, Limits.NONE),
                        "5005", new Limits(Limits.NONE, Limits.NONE, 1003))
                .entrySet()) {
            var shop = target.merchant("over-" + limit.getKey(), like -> limited(like, limit.getValue()), "127.0.0.1");
            assertEquals(
                    limit.getKey(),
                    shop.send("order", shop.order(Shop.newNumber())).code());
            hears("5002", shop.send("order", shop.order(Shop.newNumber(), "2000001", Shop.MADE_AT, "WP")));
        }
    }

    private static Merchant limited(Merchant like, Limits limits) {
        return new Merchant(
                like.id(),
                like.name(),
                like.enabled(),
                like.profile(),
                like.keys(),
                like.addresses(),
                like.returnHosts(),
                like.minimum(),
                like.maximum(),
                limits);
    }

    private AmountRows() {}
}
