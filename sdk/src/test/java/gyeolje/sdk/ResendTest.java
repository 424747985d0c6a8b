package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the client sends the same bytes again, and what it says when that does not help. */
class ResendTest {
    private static final ScriptedServer.Step PAID = ScriptedServer.json(200, Scene.PAID);
    private static final ScriptedServer.Step OVERLOAD = ScriptedServer.json(503, Scene.OVERLOAD, "Retry-After: 0");

    @Test
    void aLostAnswerIsAskedForAgainWithTheSameBytes() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.reset(), PAID)) {
            PayAnswer paid = client(server, 2).pay(Scene.authentication());
            assertTrue(paid.isSuccess());
            assertEquals(2, server.requests.size());
            assertEquals(server.requests.get(0), server.requests.get(1));
        }
    }

    @Test
    void anOverloadIsWaitedOut() throws Exception {
        try (ScriptedServer server = new ScriptedServer(OVERLOAD, OVERLOAD, PAID)) {
            assertTrue(client(server, 2).pay(Scene.authentication()).isSuccess());
        }
    }

    @Test
    void anOverloadThatDoesNotEndIsTheAnswer() throws Exception {
        try (ScriptedServer server = new ScriptedServer(OVERLOAD)) {
            PayAnswer answer = client(server, 2).pay(Scene.authentication());
            assertFalse(answer.isSuccess());
            assertEquals(ResponseCode.ASK_OPERATOR, answer.code());
            assertEquals(503, answer.httpStatus());
            assertEquals(3, server.requests.size());
        }
    }

    @Test
    void anOverloadThatAsksForTooLongAPauseIsNotWaitedOut() throws Exception {
        ScriptedServer.Step later = ScriptedServer.json(503, Scene.OVERLOAD, "Retry-After: 3600");
        try (ScriptedServer server = new ScriptedServer(later)) {
            assertEquals(503, client(server, 2).pay(Scene.authentication()).httpStatus());
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void aDoubtIsNotEndedByARefusalThatSaysNothingOfTheFirstAttempt() throws Exception {
        List<ScriptedServer.Step> refusals = List.of(
                OVERLOAD,
                ScriptedServer.json(200, Scene.OVERLOAD),
                ScriptedServer.json(403, "{\"responseCode\":\"2001\",\"responseMsg\":\"x\"}"),
                ScriptedServer.json(403, "<html>firewall</html>"));
        for (ScriptedServer.Step refusal : refusals) {
            try (ScriptedServer server = new ScriptedServer(ScriptedServer.reset(), refusal)) {
                GyeoljeClient client = client(server, 1);
                assertThrows(OutcomeUnknownException.class, () -> client.pay(Scene.authentication()));
            }
        }
    }

    @Test
    void aDoubtIsNotEndedByAServerThatIsGone() throws Exception {
        try (ScriptedServer server = new ScriptedServer(socket -> socket.setSoLinger(true, 0))) {
            GyeoljeClient client = Scene.client(server.url())
                    .retries(1)
                    .listener(exchange -> close(server))
                    .build();
            assertThrows(OutcomeUnknownException.class, () -> client.pay(Scene.authentication()));
        }
    }

    private static void close(ScriptedServer server) {
        try {
            server.close();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aDefiniteAnswerIsNeverAskedForAgain() throws Exception {
        ScriptedServer.Step refused = ScriptedServer.json(200, "{\"responseCode\":\"CC10\",\"responseMsg\":\"잔액\"}");
        try (ScriptedServer server = new ScriptedServer(refused)) {
            PayAnswer answer = client(server, 5).pay(Scene.authentication());
            assertEquals(ResponseCode.OTHER, answer.code());
            assertEquals("CC10", answer.responseCode());
            assertEquals(1, server.requests.size());
        }
    }

    @Test
    void theListenerHearsOfEveryAttemptAndMayFail() throws Exception {
        List<String> heard = new ArrayList<>();
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.reset(), PAID)) {
            GyeoljeClient client = Scene.client(server.url())
                    .retries(2)
                    .listener(exchange -> {
                        heard.add(exchange.attempt() + " " + exchange.outcome() + " " + exchange.responseCode());
                        throw new IllegalStateException("a broken log");
                    })
                    .build();
            assertTrue(client.pay(Scene.authentication()).isSuccess());
        }
        assertEquals(List.of("1 OUTCOME_UNKNOWN ", "2 ANSWERED 0000"), heard);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.payup.co.kr, 0, 0",
        "https://API.testpayup.co.kr., 0, 0",
        "https://pay.example.com, 2, 2",
        "https://payup.co.kr.example.com, 2, 2",
    })
    void theOperatorsOwnHostsAreNotAskedAgainUnlessTold(String url, int orders, int payments) {
        GyeoljeClientBuilder builder =
                GyeoljeClient.builder().baseUrl(url).merchantId("tester").apiCertKey(Scene.KEY);
        GyeoljeClient client = builder.build();
        assertEquals(orders, client.resends("order"));
        assertEquals(payments, client.resends("pay"));
        assertEquals(payments, client.resends("cancel"));
        GyeoljeClient told = builder.retries(3).build();
        assertEquals(3, told.resends("order"));
        assertEquals(payments == 0 ? 0 : 3, told.resends("pay"));
    }

    @Test
    void anOrderWithoutANumberIsNoOrder() throws Exception {
        try (ScriptedServer server =
                new ScriptedServer(ScriptedServer.json(200, "{\"responseCode\":\"0000\",\"responseMsg\":\"성공\"}"))) {
            GyeoljeClient client = client(server, 0);
            OrderRequest order = Scene.order().build();
            assertThrows(OutcomeUnknownException.class, () -> client.order(order));
        }
    }

    @Test
    void anOddShopperBrowserNeitherStopsTheOrderNorAddsAHeader() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.json(200, Scene.OVERLOAD))) {
            OrderRequest order = Scene.order()
                    .shopperUserAgent("Mozilla\r\nX-Evil: 1\u0000 결제")
                    .build();
            client(server, 0).order(order);
            assertEquals(
                    "MozillaX-Evil: 1", server.requests.getFirst().headers().get("user-agent"));
        }
    }

    private static GyeoljeClient client(ScriptedServer server, int retries) {
        return Scene.client(server.url()).retries(retries).build();
    }
}
