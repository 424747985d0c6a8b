package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sandbox answers every golden exchange between gateway and KCP as written. */
class TranscriptTest {
    private static final Path FOLDER = Caller.WIRE.resolve("kcp");

    /** Each transcript, and what must have happened before it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            register-ok         |
            register-refused    | register-ok
            approve-money       |
            approve-card        |
            approve-declined    |
            cancel-ok           | approve-money
            cancel-refused-8178 | approve-money
            cancel-already-8133 | approve-money cancel-ok
            inquiry-approved    | approve-money
            inquiry-cancelled   | approve-money cancel-ok
            inquiry-not-found   |
            inquiry-by-order    | approve-money
            """)
    void isAnsweredAsWritten(String name, String before) throws Exception {
        SteppingClock clock = new SteppingClock("2026-04-01T03:00:05Z");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withInquiryByOrder(true), clock)) {
            Caller caller = new Caller(sandbox.port());
            for (String earlier : before == null ? List.<String>of() : List.of(before.split(" "))) {
                play(earlier, caller, clock);
            }
            play(name, caller, clock);
        }
    }

    @Test
    void allTranscriptsArePlayed() throws Exception {
        List<String> played = new ArrayList<>();
        CsvSource table = TranscriptTest.class
                .getDeclaredMethod("isAnsweredAsWritten", String.class, String.class)
                .getAnnotation(CsvSource.class);
        table.textBlock()
                .lines()
                .forEach(line -> played.add(line.substring(0, line.indexOf('|')).strip() + ".json"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(
                    new TreeSet<>(
                            files.map(file -> file.getFileName().toString()).toList()),
                    new TreeSet<>(played));
        }
    }

    private static void play(String name, Caller caller, SteppingClock clock) throws Exception {
        JsonNode transcript =
                Caller.MAPPER.readTree(FOLDER.resolve(name + ".json").toFile());
        ObjectNode request = (ObjectNode) transcript.at("/request/body");
        if (name.startsWith("approve")) {
            freshAuthentication(name, request, caller);
        } else if (name.startsWith("cancel")) {
            clock.set("2026-04-01T03:05:00Z");
        }
        if (name.equals("cancel-refused-8178")) {
            caller.fault("{\"on\":\"cancel\",\"kind\":\"decline\",\"code\":\"8178\"}");
        }
        HttpResponse<String> answer = caller.send(
                "POST",
                transcript.at("/request/path").asText(),
                request.toString(),
                "content-type",
                transcript.at("/request/headers/content-type").asText());
        JsonNode expected = transcript.get("answer");
        assertEquals(expected.get("status").asInt(), answer.statusCode());
        assertEquals(
                expected.at("/headers/content-type").asText(),
                answer.headers().firstValue("content-type").orElseThrow());
        compare(expected, (ObjectNode) Caller.MAPPER.readTree(answer.body()));
    }

    /** The transcript's own authentication is a mere literal; a fresh one takes its place. */
    private static void freshAuthentication(String name, ObjectNode request, Caller caller)
            throws IOException, InterruptedException {
        Map<String, String> agreed = caller.call(
                "/_sandbox/authenticate",
                Map.of(
                        "site_cd", request.get("site_cd").asText(),
                        "ordr_idxx", request.get("ordr_no").asText(),
                        "good_mny", request.get("ordr_mony").asText(),
                        "method", name.equals("approve-money") ? "KAKAO_MONEY" : "KAKAO_CARD",
                        "outcome", name.equals("approve-declined") ? "CC10" : "0000"));
        assertEquals(
                request.get("enc_data").asText().length(),
                agreed.getOrDefault("enc_data", "").length());
        assertEquals(
                request.get("enc_info").asText().length(),
                agreed.getOrDefault("enc_info", "").length());
        request.put("enc_data", agreed.get("enc_data"));
        request.put("enc_info", agreed.get("enc_info"));
    }

    private static void compare(JsonNode expected, ObjectNode body) {
        ObjectNode wanted = (ObjectNode) expected.get("body");
        assertEquals(names(wanted), names(body));
        List<String> free = new ArrayList<>();
        expected.path("ignored").forEach(name -> free.add(name.asText()));
        body.properties().forEach(field -> assertTrue(field.getValue().isTextual(), field.getKey()));
        assertEquals(wanted.deepCopy().remove(free), body.deepCopy().remove(free));
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.sort(null);
        return names;
    }
}
