package gyeolje.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import gyeolje.core.merchant.Merchant;
import gyeolje.core.value.AddressRange;
import gyeolje.core.value.MerchantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may call (merchant API, section 3). The machine's loopback addresses play merchants and proxies. */
final class CallersTest {
    private static final String PROXY = "127.0.0.3";

    @TempDir
    private static Path folder = Path.of("");

    private static StubKcp kcp;
    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        kcp = new StubKcp(java.util.Map.of(
                "/gw/enc/v1/payment", StubKcp.transcribed("approve-money"),
                "/gw/mod/v1/cancel", StubKcp.transcribed("cancel-ok")));
        scene = new Scene(folder, kcp.url(), MissingNode.getInstance(), "trusted-proxies: [127.0.0.3, 127.0.0.8/30]");
        add("other", "127.0.0.1");
        add("far", "198.51.100.0/24", "2001:db8::/32", "203.0.113.7");
        add("nowhere");
        add("near", "127.0.1.0/24");
    }

    @AfterAll
    static void stop() {
        scene.close();
        kcp.close();
    }

    private static void add(String id, String... addresses) {
        var like = Scene.merchant(MissingNode.getInstance());
        scene.gateway
                .merchants()
                .add(
                        new Merchant(
                                new MerchantId(id),
                                id,
                                true,
                                like.profile(),
                                like.keys(),
                                Arrays.stream(addresses).map(AddressRange::of).toList(),
                                like.returnHosts(),
                                like.minimum(),
                                like.maximum(),
                                like.limits()),
                        "test");
    }

    private static RawHttp.Reply order(String merchant, String from, String headers) throws IOException {
        try (var http = new RawHttp(scene.gateway.port(), from)) {
            http.send(Requests.post(
                    Requests.path(merchant, "order"),
                    Requests.JSON + headers,
                    Requests.order(merchant, "C-1", "1004").toString().getBytes(UTF_8)));
            return http.receive();
        }
    }

    private static RawHttp.Reply ask(String merchant, String operation, JsonNode body) throws IOException {
        return RawHttp.exchange(scene.gateway.port(), Requests.post(Requests.path(merchant, operation), body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order", "pay", "cancel"})
    void an_unknown_merchant_is_1001(String operation) throws IOException {
        for (var id : new String[] {"nobody", "TESTER", "te.ster", "a-merchant-id-that-is-far-too-long"})
            ask(id, operation, MissingNode.getInstance()).envelope(200, "1001");
    }

    @ParameterizedTest
    @CsvSource({
        "tester,  127.0.0.1,   200",
        "tester,  127.0.0.2,   403",
        "near,    127.0.1.0,   200",
        "near,    127.0.1.255, 200",
        "near,    127.0.2.1,   403",
        "near,    127.0.0.1,   403",
        "nowhere, 127.0.0.1,   403"
    })
    void a_merchant_calls_from_its_own_addresses(String merchant, String from, int status) throws IOException {
        order(merchant, from, "").envelope(status, status == 200 ? "0000" : "2001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "198.51.100.7;                  200",
                "198.51.101.7;                  403",
                "2001:db8:ffff::1;              200",
                "2001:db9::1;                   403",
                "::ffff:203.0.113.7;            200",
                "::ffff:203.0.113.8;            403",
                "203.0.113.8, 198.51.100.7;     200",
                "198.51.100.7, 203.0.113.8;     403",
                "198.51.100.7, 127.0.0.9;       200",
                "unknown;                       403",
                "198.51.100.7:443;              403",
                "fe80::1%eth0;                  403",
                "198.51.100.7,;                 403"
            })
    void behind_a_declared_proxy_the_forwarded_address_counts_from_the_right(String forwardedFor, int status)
            throws IOException {
        order("far", PROXY, "X-Forwarded-For: " + forwardedFor.strip() + "\r\n")
                .envelope(status, status == 200 ? "0000" : "2001");
    }

    @Test
    void two_headers_are_one_list() throws IOException {
        order("far", PROXY, "X-Forwarded-For: 203.0.113.8\r\nX-Forwarded-For: 198.51.100.7\r\n")
                .envelope(200, "0000");
        order("far", PROXY, "X-Forwarded-For: 198.51.100.7\r\nX-Forwarded-For: 203.0.113.8\r\n")
                .envelope(403, "2001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 198.51.100.7",
                "X-Real-IP: 198.51.100.7",
                "Forwarded: for=198.51.100.7",
                "True-Client-IP: 198.51.100.7",
                "CF-Connecting-IP: 198.51.100.7",
                "X-Client-IP: 198.51.100.7",
                "X-Cluster-Client-IP: 198.51.100.7"
            })
    void without_a_declared_proxy_no_header_counts(String header) throws IOException {
        order("far", "127.0.0.1", header + "\r\n").envelope(403, "2001");
    }

    @Test
    void behind_a_proxy_only_the_one_header_counts() throws IOException {
        order("far", PROXY, "X-Real-IP: 198.51.100.7\r\n").envelope(403, "2001");
        order("tester", PROXY, "X-Forwarded-For: 127.0.0.1\r\n").envelope(200, "0000");
    }

    @Test
    void a_foreign_address_is_refused_before_its_body_is_read() throws IOException {
        try (var http = new RawHttp(scene.gateway.port(), "127.0.0.2")) {
            http.send("POST " + Requests.path("tester", "order") + " HTTP/1.1\r\nHost: g\r\n" + Requests.JSON
                    + "Content-Length: 5000\r\n\r\n");
            assertTrue(http.receive().envelope(403, "2001").closes());
            assertTrue(http.isClosed());
        }
    }

    @Test
    void a_foreign_payment_is_answered_like_none() throws IOException {
        var id = Transcript.json(ask("tester", "order", Requests.order("tester", "C-2", "1004"))
                        .body())
                .path("ordr_idxx")
                .asText();
        var absent = "20260401120000KKZZZZ";
        assertEquals(
                ask("other", "pay", Requests.pay(absent, "data")),
                ask("other", "pay", Requests.pay(id, "data")).envelope(200, "8001"));
        assertEquals(
                ask("other", "cancel", Requests.cancel("other", absent)),
                ask("other", "cancel", Requests.cancel("other", id)).envelope(200, "1004"));
        ask("other", "cancel", Requests.cancel("tester", id)).envelope(200, "2001");
    }

    @Test
    void a_disabled_merchant_may_only_cancel_what_it_was_paid_before() throws Exception {
        var paid = Files.createDirectory(folder.resolve("disabled"));
        try (var own = new Scene(paid, kcp.url(), MissingNode.getInstance())) {
            post(own, "order", Requests.order("tester", "ORDER-0001", "1004")).envelope(200, "0000");
            post(own, "pay", Requests.pay("20260401120000KK0001", "data")).envelope(200, "0000");
            own.gateway.merchants().disable(new MerchantId("tester"), "test");
            var order = Requests.order("tester", "D-2", "1004");
            for (int i = 0; i < 50 && !post(own, "order", order).code().equals("1001"); i++) Thread.sleep(100);
            post(own, "order", order).envelope(200, "1001");
            post(own, "pay", Requests.pay("20260401120000KK0001", "data")).envelope(200, "1001");
            post(own, "cancel", Requests.cancel("tester", "20260401120000KK0001"))
                    .envelope(200, "0000");
        }
    }

    private static RawHttp.Reply post(Scene own, String operation, JsonNode body) throws IOException {
        return RawHttp.exchange(own.gateway.port(), Requests.post(Requests.path("tester", operation), body));
    }
}
