package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two response codes that no transcript can bring about: 9001 and 1006. */
final class HardCodesTest {
    private static final String APPROVE = "/gw/enc/v1/payment";
    private static final String CANCEL = "/gw/mod/v1/cancel";
    private static final String ID = "20260401120000KK0001";

    @TempDir
    private Path folder = Path.of("");

    private static RawHttp.Reply ask(Scene scene, String operation, com.fasterxml.jackson.databind.JsonNode body)
            throws IOException {
        return RawHttp.exchange(scene.gateway.port(), Requests.post(Requests.path("tester", operation), body));
    }

    @Test
    void a_kcp_that_hangs_up_after_the_request_is_9001_and_never_a_payment() throws Exception {
        try (var kcp = new StubKcp(Map.of());
                var scene = new Scene(folder, kcp.url(), MissingNode.getInstance())) {
            ask(scene, "order", Requests.order("tester", "H-1", "1004")).envelope(200, "0000");
            ask(scene, "pay", Requests.pay(ID, "data")).envelope(200, "9001");
            ask(scene, "pay", Requests.pay(ID, "data")).envelope(200, "9001");
            ask(scene, "pay", Requests.pay(ID, "other")).envelope(200, "8002");
            ask(scene, "order", Requests.order("tester", "H-1", "2000")).envelope(200, "8002");
            ask(scene, "cancel", Requests.cancel("tester", ID)).envelope(200, "1005");
            assertEquals(List.of(APPROVE), kcp.heard());
        }
    }

    @Test
    void a_cancel_that_cannot_be_recorded_is_1006_and_0000_once_the_store_is_back() throws Exception {
        try (var other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("gyeolje.db"));
                var kcp = new StubKcp(Map.of(APPROVE, StubKcp.transcribed("approve-money"), CANCEL, locking(other)));
                var scene = new Scene(folder, kcp.url(), MissingNode.getInstance())) {
            ask(scene, "order", Requests.order("tester", "ORDER-0001", "1004")).envelope(200, "0000");
            ask(scene, "pay", Requests.pay(ID, "data")).envelope(200, "0000");
            ask(scene, "cancel", Requests.cancel("tester", ID)).envelope(200, "1006");
            execute(other, "ROLLBACK");
            ask(scene, "cancel", Requests.cancel("tester", ID)).envelope(200, "0000");
            assertEquals(List.of(APPROVE, CANCEL), kcp.heard());
        }
    }

    /** While KCP answers, somebody else takes the store's only write lock and keeps it. */
    private static Callable<String> locking(Connection other) {
        return () -> {
            execute(other, "BEGIN EXCLUSIVE");
            return StubKcp.transcribed("cancel-ok").call();
        };
    }

    private static void execute(Connection connection, String sql) throws java.sql.SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
