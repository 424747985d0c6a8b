package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.crash.Crowd.Said;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Books;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** What merchants were told must still be so. */
final class Told {
    /** Whoever was answered hears the same bytes again. An order that went on to be paid has another answer since then. */
    static void assertRepeated(Shop shop, List<Said> said) throws Exception {
        var paid = said.stream()
                .filter(one -> one.operation().equals("pay"))
                .map(Said::transaction)
                .collect(Collectors.toSet());
        var again = new ArrayList<Callable<Boolean>>();
        for (var one : said) {
            if (one.answer().isEmpty() || paid.contains(one.answer().get().text("ordr_idxx"))) continue;
            again.add(() -> {
                var now = shop.send(one.operation(), one.request());
                assertEquals(one.answer().get().body(), now.body(), () -> one.operation() + " after a restart");
                return true;
            });
        }
        AtOnce.run(again);
    }

    /** Asks again what was not answered, waits for every doubt to end, and compares with where the money is. */
    static void assertTheBooksAgree(Scene scene, Shop shop, List<Said> said) throws Exception {
        var books = new Books();
        var pays = said.stream().filter(one -> one.operation().equals("pay")).toList();
        AtOnce.run(pays.stream()
                .map(one -> (Callable<Reply>) () -> shop.send("pay", one.request()))
                .toList());
        for (var one : said) {
            if (!one.operation().equals("cancel")) continue;
            Until.holds(
                    "the cancel is done",
                    () -> books.cancelled(one.transaction(), shop.send("cancel", one.request()))
                            .code()
                            .equals("0000"));
        }
        Until.holds("every doubt is settled", () -> scene.place().open() == 0);
        for (var one : pays) books.paid(one.transaction(), shop.send("pay", one.request()));
        var ledger = scene.acquirer().ledger();
        books.agreeWith(ledger);
        assertTrue(ledger.standing().size() > 10, "the crowd has bought");
    }

    private Told() {}
}
