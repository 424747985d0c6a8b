package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.RawCall;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What logs, operators' pages, times and overload could give away. */
final class LeakRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ABSENT = "20200101000000KK0000";
    private static final String FORGED = "{\"level\":\"ERROR\",\"forged\":\"record\"}";

    static final List<Row> ROWS = List.of(
            moving("A162", "records forged in every field and header", LeakRows::logInjection),
            still("A164", "the operators' pages on the merchants' port", LeakRows::operatorsPages),
            moving("A165", "what is absent and what is somebody else's", LeakRows::oracle),
            moving("A166", "a flood, and then an ordinary request", LeakRows::flood),
            moving("A163", "what all rows so far have left behind", LeakRows::leftBehind));

    private static void logInjection(Target target) throws Exception {
        var shop = target.tester();
        for (var odd : List.of(
                "\r\n" + FORGED,
                "\u001b[2J" + FORGED,
                "\u2028" + FORGED,
                "\"}" + FORGED,
                "\u0000" + FORGED,
                "%n${env:PATH}")) {
            for (var field :
                    List.of("orderNumber", "itemName", "userName", "returnUrl", "userEmail", "userAgent", "appUrl"))
                shop.send("order", shop.order(Shop.newNumber()).with(field, odd));
            for (var field : List.of("res_cd", "enc_data", "card_pay_method", "ordr_idxx"))
                shop.send(
                        "pay",
                        target.spare().payBody().with("ordr_idxx", ABSENT).with(field, odd));
            shop.send("cancel", shop.cancel(ABSENT, odd));
            shop.send("cancel", shop.cancel(odd, "변심"));
        }
        var quiet = FORGED.replace(" ", "");
        for (var header : List.of("User-Agent: " + quiet, "X-Forwarded-For: " + quiet))
            RawCall.json(Target.path(shop, "pay"))
                    .header(header)
                    .body("{}")
                    .from(Target.PROXY)
                    .to(target.port());
        hears(
                "404 6003",
                RawCall.json("/ep/api/kakao/" + quiet + "/pay").body("{}").to(target.port()));
        var last = shop.paid(target.acquirer()).transaction();
        Until.holds("the last payment is logged", () -> log(target).contains(last));
        for (var line : log(target).lines().toList()) {
            assertTrue(JSON.readTree(line).isObject(), line);
            assertFalse(JSON.readTree(line).has("forged"), line);
            assertFalse(line.chars().anyMatch(c -> c < 0x20 || c == 0x7f || c == 0x2028), line);
        }
    }

    /** Not in the log, the database, its files, the answers or the memory. */
    private static void leftBehind(Target target) throws Exception {
        target.settle();
        Secrets.assertNoneIn(target.folder(), target.place());
        Secrets.assertNoneInFilesOf(target.place());
        Secrets.assertNoneInAnswers();
        Secrets.assertNoShopperInMemoryOf(target.gateway(), target.folder(), target.tester(), target.acquirer());
    }

    private static String log(Target target) throws Exception {
        return Files.readString(target.folder().resolve("gateway.log"));
    }

    private static void operatorsPages(Target target) throws Exception {
        for (var path :
                List.of("/metrics", "/health/ready", "/health/live", "/health", "/admin", "/console", "/actuator", "/"))
            hears("404 6003", RawCall.json(path).body("{}").to(target.port()));
    }

    /** Alike in all that can be seen, and answered in a time of the same order. */
    private static void oracle(Target target) throws Exception {
        var thief = target.merchant("listener");
        var theirs = target.tester().paid(target.acquirer()).transaction();
        var pay = target.spare().payBody();
        same(
                () -> thief.send("pay", pay.with("ordr_idxx", theirs)),
                () -> thief.send("pay", pay.with("ordr_idxx", ABSENT)));
        same(
                () -> thief.send("cancel", thief.cancel(theirs, "변심")),
                () -> thief.send("cancel", thief.cancel(ABSENT, "변심")));
        var disabled = target.merchant("silent");
        target.merchants().disable(new gyeolje.core.value.MerchantId("silent"), "test");
        Until.holds(
                "the gateway follows",
                () -> disabled.send("order", Body.empty()).code().equals("1001"));
        var nobody = new Shop("nobody-at-all", disabled.key(), disabled.port());
        same(() -> disabled.send("order", Body.empty()), () -> nobody.send("order", Body.empty()));
    }

    private static void same(Callable<Reply> one, Callable<Reply> other) throws Exception {
        var first = new ArrayList<Long>();
        var second = new ArrayList<Long>();
        for (int i = 0; i < 60; i++) {
            var heard = timed(one, first);
            var alike = timed(other, second);
            assertEquals(heard.body(), alike.body());
            assertEquals(heard.headers(), alike.headers());
        }
        long a = median(first);
        long b = median(second);
        assertTrue(Math.max(a, b) < 5 * Math.min(a, b) + 10_000_000, () -> "took " + a + " and " + b + " ns");
    }

    private static Reply timed(Callable<Reply> call, List<Long> times) throws Exception {
        long start = System.nanoTime();
        var reply = call.call();
        times.add(System.nanoTime() - start);
        return reply;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** Far more at once than the acquirer is ever asked at once; nobody is charged who was not told, and the flood leaves nothing behind. */
    private static void flood(Target target) throws Exception {
        var shop = target.merchant("flooded");
        var pays = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < 400; i++) {
            pays.add(() -> {
                var ordered = shop.send("order", shop.order(Shop.newNumber()));
                return ordered.code().equals("0000") ? shop.pay(target.acquirer(), ordered) : ordered;
            });
        }
        var answers = AtOnce.run(pays);
        long start = System.nanoTime();
        hears("0000", shop.pay(target.acquirer(), shop.ordered()));
        assertTrue(System.nanoTime() - start < 5_000_000_000L, "an ordinary payment waits behind the flood");
        target.settle();
        var paid = answers.stream()
                .filter(answer -> answer.json().has("authDateTime"))
                .toList();
        for (var answer : paid) assertEquals("0000", answer.code());
        var standing = target.acquirer().ledger();
        for (var answer : paid)
            assertTrue(standing.of(answer.transaction()).getFirst().stands(), answer::body);
        assertTrue(paid.size() >= 100, () -> "only " + paid.size() + " of the flood were paid");
    }

    private LeakRows() {}
}
