package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bytes to an answer: one flat JSON object. A declared charset must hold; without one it is UTF-8, and else windows-949, which KCP's
 * older machines speak. A name that comes twice makes the answer unreadable, since either value may be the true one.
 */
final class Answers {
    private static final Charset WINDOWS_949 = Charset.forName("x-windows-949");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DEPTH = 8;
    private static final int MOST_DIGITS = 30;
    private static final int MOST_NAME = 100;

    /** No buffer is kept: it would remember a card's number until something else is written over it. */
    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxNumberLength(MOST_DIGITS)
                    .maxNameLength(MOST_NAME)
                    .maxStringLength(Upstream.MOST_BYTES)
                    .build())
            .build();

    static Reply read(int status, String contentType, byte[] body) {
        var text = decoded(contentType, body);
        if (text.isEmpty()) return new Reply.Unreadable(status, "not in its charset");
        return parsed(text.get())
                .<Reply>map(answer -> new Reply.Answered(status, answer))
                .orElseGet(() -> new Reply.Unreadable(status, "not a JSON object"));
    }

    private static Optional<Answer> parsed(CharBuffer text) {
        try (var parser = JSON.createParser(text.array(), text.arrayOffset(), text.remaining())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) return Optional.empty();
            var answer = flat(parser);
            return parser.nextToken() == null ? Optional.of(answer) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Answer flat(JsonParser parser) throws IOException {
        var values = new HashMap<String, String>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (value == JsonToken.VALUE_STRING || value.isNumeric())
                values.put(name, parser.getText().strip());
            parser.skipChildren();
        }
        return new Answer(values);
    }

    private static Optional<CharBuffer> decoded(String contentType, byte[] body) {
        return charsets(contentType)
                .map(charset -> decoded(charset, body))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<CharBuffer> decoded(Charset charset, byte[] body) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(body)));
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static Stream<Charset> charsets(String contentType) {
        var declared = CHARSET.matcher(contentType);
        if (!declared.find()) return Stream.of(UTF_8, WINDOWS_949);
        return switch (declared.group(1).toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> Stream.of(UTF_8);
            case "euc-kr", "ks_c_5601-1987", "windows-949", "x-windows-949", "cp949", "ms949", "uhc" ->
                Stream.of(WINDOWS_949);
            default -> Stream.empty();
        };
    }

    private Answers() {}
}
