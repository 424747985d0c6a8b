package gyeolje.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client's side of every transcript in wire/merchant: it sends that request and understands that answer. */
class TranscriptTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FOLDER = Path.of(System.getProperty("gyeolje.root"), "wire", "merchant");

    static List<String> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theClientSendsTheRequestAndUnderstandsTheAnswer(String name) throws Exception {
        JsonNode transcript = read(name);
        JsonNode request = transcript.get("request");
        JsonNode answer = transcript.get("answer");
        ScriptedServer.Step step = ScriptedServer.json(
                answer.get("status").asInt(), answer.get("body").toString());
        try (ScriptedServer server = new ScriptedServer(step)) {
            Answer understood = call(server, name, request);
            assertEquals(fields(answer.get("body")), understood.raw());
            assertEquals(answer.get("status").asInt(), understood.httpStatus());
            assertTyped(understood);
            if (request.get("body").isObject()) {
                assertSent(server.requests.getFirst(), request);
            }
        }
    }

    /** A body that no client of ours can send (it is broken) is only answered: any order stands in for it. */
    private static Answer call(ScriptedServer server, String name, JsonNode request) {
        String[] path = request.get("path").asText().split("/", -1);
        Map<String, String> body = fields(request.get("body"));
        String key = name.equals("error-2001-signature") ? "0".repeat(32) : Scene.KEY;
        GyeoljeClient client =
                Scene.client(server.url()).merchantId(path[4]).apiCertKey(key).build();
        return switch (path[5]) {
            case "order" ->
                client.order(
                        order(body, request.path("headers").path("user-agent").asText("")));
            case "pay" -> client.pay(Authentication.fromFields(body));
            case "cancel", "cancel2" -> client.cancel(body.get("transactionId"), body.get("cancelReason"));
            default -> throw new AssertionError("unknown operation in " + name);
        };
    }

    private static OrderRequest order(Map<String, String> body, String userAgent) {
        return OrderRequest.builder()
                .orderNumber(body.getOrDefault("orderNumber", "ORDER-0001"))
                .amount(Long.parseLong(body.getOrDefault("amount", "1004")))
                .itemName(body.get("itemName"))
                .userName(body.get("userName"))
                .userEmail(body.get("userEmail"))
                .returnUrl(body.get("returnUrl"))
                .window("WM".equals(body.get("userAgent")) ? Window.MOBILE : Window.PC)
                .shopperUserAgent(userAgent)
                .timestamp(body.get("timestamp"))
                .build();
    }

    private static void assertSent(ScriptedServer.Request sent, JsonNode request) throws IOException {
        // cancel2 is the card interface's path for the same body; this client uses the ordinary one.
        String path =
                request.get("path").asText().replace("/v2/api/payment/tester/cancel2", "/ep/api/kakao/tester/cancel");
        assertEquals("POST " + path + " HTTP/1.1", sent.line());
        assertEquals(fields(request.get("body")), fields(JSON.readTree(sent.body())));
        fields(request.get("headers"))
                .forEach((header, value) -> assertEquals(value, sent.headers().get(header)));
    }

    private static void assertTyped(Answer answer) {
        boolean done = answer.responseCode().equals("0000");
        assertEquals(done, answer.isSuccess());
        assertTrue(answer.responseMsg().length() > 1);
        if (!done) {
            assertEquals(
                    answer.code() == ResponseCode.OTHER ? "" : answer.responseCode(),
                    answer.code().wire());
        } else if (answer instanceof OrderAnswer order) {
            assertEquals(Scene.TRANSACTION, order.transactionId());
            assertEquals(1004, order.amount());
            assertEquals(order.raw().containsKey("pay_url"), order.isMobile());
        } else if (answer instanceof PayAnswer paid) {
            assertEquals(1004, paid.amount());
            assertEquals(paid.raw().get("type"), paid.type().name());
            assertEquals(paid.type() == PaymentType.KAKAO_CARD, !paid.cardNo().isEmpty());
            assertEquals(paid.type() == PaymentType.KAKAO_MONEY, paid.cashReceipt() == 1004);
            assertEquals("20260401120005", paid.authDateTime());
        } else if (answer instanceof CancelAnswer cancelled) {
            assertEquals("20260401120500", cancelled.cancelDateTime());
        }
    }

    @Test
    void theTranscriptsShowEveryCodeThatOneExchangeCanShow() throws IOException {
        Set<String> shown = new HashSet<>();
        for (String name : transcripts()) {
            shown.add(read(name).at("/answer/body/responseCode").asText());
        }
        Set<String> expected = new HashSet<>();
        for (ResponseCode code : ResponseCode.values()) {
            expected.add(code.wire());
        }
        expected.removeAll(Set.of("", "1006", "9001"));
        expected.removeAll(shown);
        assertEquals(Set.of(), expected);
    }

    @Test
    void whatComesBeforeATranscriptExists() throws IOException {
        List<String> names = transcripts();
        for (String name : names) {
            read(name).path("after").forEach(before -> assertTrue(names.contains(before.asText()), name));
        }
    }

    private static JsonNode read(String name) throws IOException {
        return JSON.readTree(FOLDER.resolve(name + ".json").toFile());
    }

    private static Map<String, String> fields(JsonNode object) {
        Map<String, String> fields = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asText()));
        return fields;
    }
}
