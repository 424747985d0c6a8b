package gyeolje.proof.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Settings;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import gyeolje.proof.world.World;
import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After good days and bad ones, neither store nor log nor answer holds a key, a shopper or an authentication in clear. */
abstract class SecretsContract {
    @TempDir
    private Path folder = Path.of(".");

    private final List<Reply> replies = new ArrayList<>();

    abstract Place place(Path folder) throws Exception;

    @Test
    void nothingLeavesTheProcessInClear() throws Exception {
        var place = place(folder);
        try (var sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true))) {
            var configuration = Settings.patient(place, sandbox.port()).writeTo(folder);
            addTester(configuration);
            try (var gateway = GatewayProcess.serve(folder, configuration)) {
                var shop = new Shop(World.TESTER, World.TESTERS_KEY, gateway.port());
                live(shop, new Acquirer(sandbox.port()));
                Secrets.assertNoneIn(folder, place);
                Secrets.assertNoneInFilesOf(place);
                Until.holds("nothing is under way any more", () -> place.open() == 0);
                Secrets.assertNoShopperInMemoryOf(gateway, folder, shop, new Acquirer(sandbox.port()));
                assertTrue(Files.size(folder.resolve("gateway.log")) > 1000, "the log is where this test looks");
            }
        }
        Secrets.assertNoneInAnswers();
        assertTrue(replies.stream().anyMatch(reply -> reply.text("cardNo").matches("[0-9]{6}\\*{6}[0-9]{4}")));
    }

    private void addTester(Path configuration) throws Exception {
        var added = GatewayProcess.run(
                folder,
                "merchant",
                "add",
                World.TESTER,
                "--config",
                configuration.toString(),
                "--name",
                "시험 가맹점",
                "--ip",
                "127.0.0.1",
                "--key",
                World.TESTERS_KEY);
        assertEquals(0, added.code(), added::err);
        assertTrue(!added.out().contains(World.TESTERS_KEY), "a key that was given is not shown");
    }

    /** One of everything that happens to payments. */
    private void live(Shop shop, Acquirer acquirer) throws Exception {
        for (var method : List.of("KAKAO_MONEY", "KAKAO_CARD")) {
            for (var window : List.of("WM", "WP")) {
                var ordered = order(shop, window);
                pay(shop, acquirer, ordered, Map.of("method", method), "0000");
                hear(shop.send("cancel", shop.cancel(ordered.transaction(), "변심")), "0000");
            }
        }
        pay(shop, acquirer, order(shop, "WP"), Map.of("outcome", "CC61"), "CC61");
        for (var kind : List.of("drop-after", "garbage", "wrong-amount", "status", "no-tno", "truncate")) {
            var ordered = order(shop, "WP");
            acquirer.fault(Map.of("on", "approve", "kind", kind, "order", ordered.transaction()));
            pay(shop, acquirer, ordered, Map.of(), "9001");
        }
        refusals(shop, acquirer);
    }

    private void refusals(Shop shop, Acquirer acquirer) throws Exception {
        var order = shop.order(Shop.newNumber());
        hear(shop.send("order", order.with("signature", "0".repeat(64))), "2001");
        hear(shop.send("order", order.with("timestamp", Shop.PHONE)), "6002");
        hear(shop.send("order", ("{\"userEmail\":\"" + Shop.MAIL + "\",}").getBytes(UTF_8)), "6003");
        acquirer.fault(Map.of("on", "register", "kind", "garbage"));
        hear(shop.send("order", shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, "WM")), "1002");
        var ordered = order(shop, "WP");
        var odd = shop.authentication(acquirer, ordered).with("enc_data", "an authentication of 홍길동");
        hear(shop.send("pay", odd), "6002");
        hear(shop.send("cancel", shop.cancel(ordered.transaction(), "변심")), "1005");
    }

    private Reply order(Shop shop, String window) throws Exception {
        return hear(shop.send("order", shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, window)), "0000");
    }

    private void pay(Shop shop, Acquirer acquirer, Reply ordered, Map<String, String> wishes, String code)
            throws Exception {
        var fields = acquirer.authenticate(ordered.transaction(), Shop.AMOUNT, wishes);
        hear(shop.send("pay", Body.of(fields)), code);
    }

    private Reply hear(Reply reply, String code) {
        assertEquals(code, reply.code(), reply::body);
        replies.add(reply);
        return reply;
    }
}
