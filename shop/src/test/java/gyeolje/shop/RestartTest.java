package gyeolje.shop;

import static gyeolje.shop.FakeGateway.Trouble.DONE_BUT_LOST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders on files: what a shop knew before it died, the next one knows. */
final class RestartTest {
    @TempDir
    Path data = Path.of("");

    private final FakeGateway gateway;

    RestartTest() throws IOException {
        gateway = new FakeGateway();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private ShopScene open(Patience patience) throws IOException {
        return ShopScene.open(gateway, data, patience);
    }

    @Test
    void a_receipt_is_there_after_a_restart_also_behind_a_torn_line() throws IOException {
        String number;
        try (var before = open(ShopScene.ONCE)) {
            number = before.buyAndAuthenticate(8);
            before.shop.close();
            Files.writeString(data.resolve("orders.jsonl"), "{\"number\":\"half", StandardOpenOption.APPEND);
            try (var after = open(ShopScene.ONCE)) {
                var receipt = after.order(number);
                assertEquals("paid", receipt.state());
                assertEquals("뷁·똠·펲·믜's <b>한정판</b> 머그 🍵", receipt.text("receipt-item"));
                assertEquals("cancelled", after.cancel(number).state());
            }
        }
    }

    @Test
    void a_payment_in_doubt_is_settled_by_the_next_start_and_its_authentication_erased() throws IOException {
        gateway.troubles.add(DONE_BUT_LOST);
        try (var before = open(ShopScene.ONCE)) {
            var number = before.buyAndAuthenticate(1);
            var kept = data.resolve("authentications").resolve(number);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
            before.shop.close();

            try (var after = open(ShopScene.ASKS_AGAIN)) {
                ShopScene.await(() -> after.order(number).state().equals("paid"));
                ShopScene.await(() -> !Files.exists(kept));
            }
            assertEquals(
                    gateway.calls("pay").get(0).body(),
                    gateway.calls("pay").get(1).body());
        }
    }

    @Test
    void no_file_holds_the_key_or_the_authentication_of_a_settled_payment() throws IOException {
        try (var scene = open(ShopScene.ONCE)) {
            scene.buyAndAuthenticate(1);
            for (var file : files()) {
                var text = Files.readString(file);
                assertFalse(text.contains(FakeGateway.KEY));
                assertFalse(text.contains("only-the-acquirer-can-open"));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void a_damaged_line_stops_the_start_with_its_place() throws IOException {
        Files.writeString(data.resolve("orders.jsonl"), "not an order\n");

        var refused = assertThrows(IOException.class, () -> open(ShopScene.ONCE));

        assertTrue(String.valueOf(refused.getMessage()).contains("line 1"));
    }

    @Test
    void two_shops_never_share_a_directory() throws IOException {
        try (var first = open(ShopScene.ONCE)) {
            assertThrows(IOException.class, () -> open(ShopScene.ONCE));
            assertEquals(200, first.visitor.get("/").status());
        }
    }
}
