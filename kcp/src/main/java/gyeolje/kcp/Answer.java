package gyeolje.kcp;

import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Text;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One answer of KCP, by field; every value is text, whether KCP wrote a string or a number. What is absent is empty.
 *
 * @param values may hold a card number: never printed
 */
record Answer(Map<String, String> values) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_MESSAGE = 200;

    String text(Field field) {
        return values.getOrDefault(field.wire(), "");
    }

    /** KCP's word for the outcome; every answer but that of a registration has it. */
    String code() {
        return text(Field.CODE);
    }

    /** For the merchant, as KCP wrote it, in characters that can be shown. */
    String message() {
        var korean = printable(Field.MESSAGE, MOST_MESSAGE);
        return korean.isEmpty() ? printable(Field.ENGLISH_MESSAGE, MOST_MESSAGE) : korean;
    }

    String printable(Field field, int mostCharacters) {
        var kept = new StringBuilder();
        text(field)
                .codePoints()
                .filter(c -> Text.isPrintable(Character.toString(c)))
                .limit(mostCharacters)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    Optional<AcquirerTransactionId> tno() {
        var text = text(Field.TRADE);
        return AcquirerTransactionId.isWellFormed(text)
                ? Optional.of(new AcquirerTransactionId(text))
                : Optional.empty();
    }

    Trace trace() {
        return tno().<Trace>map(Trace.Known::new).orElseGet(Trace.Unknown::new);
    }

    /** The first of the fields that holds a time; KCP's clock, Seoul. */
    Optional<LocalDateTime> time(Field... fields) {
        return Stream.of(fields).map(this::time).flatMap(Optional::stream).findFirst();
    }

    private Optional<LocalDateTime> time(Field field) {
        try {
            return Optional.of(LocalDateTime.parse(text(field), TIME));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Whether the field says this, or nothing. */
    boolean agrees(Field field, String expected) {
        var text = text(field);
        return text.isEmpty() || text.equals(expected);
    }

    @Override
    public String toString() {
        return "Answer(" + code() + ")";
    }
}
