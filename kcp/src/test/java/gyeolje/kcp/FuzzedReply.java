package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Order;
import gyeolje.core.value.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** An answer of any bytes: the first byte chooses HTTP status and media type, the rest is the body. */
record FuzzedReply(int status, Reply reply) {
    static final InstantSource CLOCK = InstantSource.fixed(Scene.NOW);
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Order ORDER = Scene.order();

    private static final List<String> MEDIA_TYPES = List.of(
            "application/json",
            "application/json; charset=utf-8",
            "application/json;charset=\"EUC-KR\"",
            "text/html; charset=iso-8859-1");
    private static final List<Integer> STATUSES = List.of(200, 200, 200, 200, 400, 408, 201, 500);
    private static final String REPLACEMENT = "\uFFFD";

    static FuzzedReply of(byte[] input) {
        int chosen = input.length == 0 ? 0 : input[0] & 0xFF;
        int status = STATUSES.get(chosen >> 2 & 7);
        var body = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        var reply = Answers.read(status, MEDIA_TYPES.get(chosen & 3), body);
        if (reply instanceof Reply.Answered(var _, var answer)) decodedHonestly(answer, body);
        return new FuzzedReply(status, reply);
    }

    /** A replacement character stands in an answer only where KCP wrote one. */
    private static void decodedHonestly(Answer answer, byte[] body) {
        if (answer.values().values().stream().noneMatch(value -> value.contains(REPLACEMENT))) return;
        var raw = new String(body, ISO_8859_1);
        assertTrue(raw.contains("\u00EF\u00BF\u00BD")
                || raw.toLowerCase(Locale.ROOT).contains("\\ufffd"));
    }

    /** What is definite needs an answer that was read, with a code; and success only comes over HTTP 200. */
    Answer answer() {
        if (reply instanceof Reply.Answered(var _, var answer)) return answer;
        throw new AssertionError("definite, though nothing was readable");
    }

    void saysDone() {
        assertEquals(200, status);
        assertEquals("0000", answer().code());
    }

    static void printable(String text, int mostCharacters) {
        assertTrue(Text.isPrintable(text), "printable");
        assertTrue(Text.length(text) <= mostCharacters, "short");
    }
}
