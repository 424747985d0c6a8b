package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every transcript of the merchants' wire, played to a fresh gateway whose KCP plays the other wire's transcripts. */
class TranscriptTest {
    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> theGatewayAnswersAsTranscribed() throws IOException {
        return Transcript.all("merchant").stream()
                .map(transcript -> DynamicTest.dynamicTest(
                        transcript.name() + ": "
                                + transcript.root().path("title").asText(),
                        () -> play(transcript)));
    }

    private void play(Transcript transcript) throws Exception {
        var folder = Files.createDirectory(temporary.resolve(transcript.name()));
        try (var kcp = new TranscribedKcp();
                var scene = new Scene(folder, kcp.url(), transcript.merchant())) {
            for (var earlier : transcript.names("after")) exchange(scene, kcp, Transcript.of("merchant", earlier));
            exchange(scene, kcp, transcript);
        }
    }

    private static void exchange(Scene scene, TranscribedKcp kcp, Transcript transcript) throws Exception {
        kcp.expect(transcript.names("acquirer"));
        var answer = scene.send(transcript.request());
        var expected = transcript.answer();
        assertEquals(Transcript.text(expected.path("body")), ordered(expected.path("body"), answer.body()));
        assertEquals(expected.path("status").asInt(), answer.statusCode());
        assertEquals(
                expected.path("headers").path("content-type").asText(),
                answer.headers().firstValue("content-type").orElse(""));
        assertEquals(List.of(), kcp.differences());
    }

    /** Objects are compared key by key: the answer's text counts when it says the same. */
    private static String ordered(com.fasterxml.jackson.databind.JsonNode expected, String body) throws IOException {
        return expected.isObject() && Transcript.json(body).equals(expected) ? expected.toString() : body;
    }
}
