package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.request.Profile;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Where money could go back that should not, or twice (merchant API, section 5, cancel). */
final class CancelRows {
    private static final String ABSENT = "20200101000000KK0000";

    static final List<Row> ROWS = List.of(
            moving("A148", "a required field that is missing", CancelRows::required),
            still("A149", "a payment that is not there", target -> hears("1004", cancel(target, ABSENT, "변심"))),
            moving("A150", "another merchant's payment", CancelRows::foreign),
            moving("A151", "another merchant's path", CancelRows::foreignPath),
            moving("A152", "what was never paid", CancelRows::unpaid),
            moving("A153", "what is cancelled already", CancelRows::cancelled),
            moving("A154", "guessing at another merchant's payments", CancelRows::guesses),
            still("A155", "transaction ids that are none", CancelRows::malformed),
            moving("A156", "reasons that are too long, or mean something elsewhere", CancelRows::reasons),
            moving("A157", "too little unsettled money", CancelRows::tooLittle),
            moving("A158", "a cancel that the acquirer refuses", CancelRows::refused),
            moving("A160", "a cancel beside an identical pay", CancelRows::besidePay),
            moving("A161", "fields of a partial cancel", CancelRows::partial));

    private static Reply cancel(Target target, String transaction, String reason) throws Exception {
        return target.tester().send("cancel", target.tester().cancel(transaction, reason));
    }

    private static String paid(Target target) throws Exception {
        return target.tester().paid(target.acquirer()).transaction();
    }

    private static boolean stands(Target target, String transaction) throws Exception {
        return target.acquirer().ledger().of(transaction).getFirst().stands();
    }

    private static void required(Target target) throws Exception {
        var shop = target.tester();
        var good = shop.cancel(target.spare().paid(), "변심");
        var before = target.standing();
        for (var field : List.of("transactionId", "cancelReason", "signature")) {
            hears("6001 " + field, shop.send("cancel", good.without(field)));
            hears("6001 " + field, shop.send("cancel", good.with(field, " ")));
        }
        hears("6001 transactionId", shop.send("cancel", Body.empty()));
        assertEquals(before, target.standing());
        var legacy = target.merchant("legacy-cancel", Profile.LEGACY);
        var theirs = legacy.paid(target.acquirer()).transaction();
        hears("0000", legacy.send("cancel", legacy.cancel(theirs, "").without("cancelReason")));
    }

    private static void foreign(Target target) throws Exception {
        var thief = target.merchant("canceller");
        var theirs = paid(target);
        var before = target.standing();
        var foreign = hears("1004", thief.send("cancel", thief.cancel(theirs, "변심")));
        var absent = hears("1004", thief.send("cancel", thief.cancel(ABSENT, "변심")));
        assertEquals(absent.body(), foreign.body());
        assertEquals(absent.headers(), foreign.headers());
        assertEquals(before, target.standing());
        assertTrue(stands(target, theirs));
    }

    private static void foreignPath(Target target) throws Exception {
        var thief = target.merchant("trespasser");
        var theirs = paid(target);
        var before = target.standing();
        var signed = thief.cancel(theirs, "변심");
        hears("2001", thief.sendTo(Target.path(target.tester(), "cancel"), signed));
        hears("2001", thief.sendTo("/v2/api/payment/" + target.tester().id() + "/cancel2", signed));
        assertEquals(before, target.standing());
    }

    private static void unpaid(Target target) throws Exception {
        var shop = target.tester();
        var ordered = shop.ordered();
        var declined = shop.ordered();
        var refused = target.acquirer().authenticate(declined.transaction(), Shop.AMOUNT, Map.of("outcome", "CC61"));
        assertEquals("CC61", shop.send("pay", Body.of(refused)).code());
        var voided = shop.ordered();
        target.acquirer().fault(Map.of("on", "approve", "kind", "drop-after", "order", voided.transaction()));
        hears("9001", shop.pay(target.acquirer(), voided));
        target.settle();
        var before = target.standing();
        for (var none : List.of(ordered, declined, voided)) hears("1005", cancel(target, none.transaction(), "변심"));
        assertEquals(before, target.standing());
        hears("0000", shop.pay(target.acquirer(), ordered));
    }

    private static void cancelled(Target target) throws Exception {
        var paid = paid(target);
        var first = hears("0000", cancel(target, paid, "변심"));
        var before = target.standing();
        assertEquals(first.body(), cancel(target, paid, "변심").body());
        hears("1005", cancel(target, paid, "다른 까닭"));
        assertEquals(before, target.standing());
    }

    /** A hundred ids around a real one, and the real one. */
    private static void guesses(Target target) throws Exception {
        var thief = target.merchant("guesser");
        var theirs = paid(target);
        var before = target.standing();
        for (int guess = 0; guess < 100; guess++) {
            var id = theirs.substring(0, 16) + "%04d".formatted(guess);
            hears("1004", thief.send("cancel", thief.cancel(id, "변심")));
        }
        hears("1004", thief.send("cancel", thief.cancel(theirs, "변심")));
        assertEquals(before, target.standing());
    }

    private static void malformed(Target target) throws Exception {
        var paid = target.spare().paid();
        for (var id : List.of(
                paid + "0",
                paid.substring(1),
                paid.toLowerCase(java.util.Locale.ROOT),
                paid + " ",
                " " + paid,
                paid.replace("KK", "ＫＫ"),
                paid.replace("KK", "K|"),
                paid.replace("KK", "'-"),
                paid.replace("KK", "%%"),
                "x")) hears("6002 transactionId", cancel(target, id, "변심"));
    }

    private static void reasons(Target target) throws Exception {
        var spared = target.spare().paid();
        var before = target.standing();
        for (var odd : List.of("가".repeat(257), "a\r\nb", "a\u0000", "a\u001b[31m", "\u202e", "a\u2028b"))
            hears("6002 cancelReason", cancel(target, spared, odd));
        assertEquals(before, target.standing());
        for (var reason :
                List.of("<script>alert(1)</script>", "=HYPERLINK(1)", "😀", "'; DROP TABLE payment", "가".repeat(256)))
            hears("0000", cancel(target, paid(target), reason));
    }

    private static void tooLittle(Target target) throws Exception {
        var paid = paid(target);
        target.acquirer().fault(Map.of("on", "cancel", "kind", "decline", "code", "8178"));
        hears("1003", cancel(target, paid, "변심"));
        assertTrue(stands(target, paid));
        hears("0000", cancel(target, paid, "변심"));
    }

    private static void refused(Target target) throws Exception {
        var paid = paid(target);
        for (var code : List.of("8012", "8134")) {
            target.acquirer().fault(Map.of("on", "cancel", "kind", "decline", "code", code));
            assertEquals(code, cancel(target, paid, "변심").code());
            assertTrue(stands(target, paid));
        }
        hears("0000", cancel(target, paid, "변심"));
    }

    private static void besidePay(Target target) throws Exception {
        var shop = target.tester();
        for (int round = 0; round < 10; round++) {
            var ordered = shop.ordered();
            var pay = shop.authentication(target.acquirer(), ordered);
            var first = hears("0000", shop.send("pay", pay));
            var cancel = shop.cancel(ordered.transaction(), "변심");
            var answers = AtOnce.run(List.<Callable<Reply>>of(
                    () -> shop.send("pay", pay), () -> shop.send("cancel", cancel), () -> shop.send("pay", pay)));
            assertEquals(first.body(), answers.getFirst().body());
            hears("0000", answers.get(1));
            assertEquals(first.body(), answers.getLast().body());
            assertEquals(false, stands(target, ordered.transaction()));
        }
    }

    private static void partial(Target target) throws Exception {
        var shop = target.tester();
        var paid = paid(target);
        var cancel = shop.cancel(paid, "변심")
                .with("cancelAmount", "4")
                .with("amount", "4")
                .with("partCancelAmount", "4")
                .with("mod_mny", "4")
                .with("cancelType", "PART");
        hears("0000", shop.send("cancel", cancel));
        assertEquals(false, stands(target, paid), "all of it went back");
    }

    private CancelRows() {}
}
