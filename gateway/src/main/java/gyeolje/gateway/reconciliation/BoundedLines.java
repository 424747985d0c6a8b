package gyeolje.gateway.reconciliation;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/** The lines of a text, each held only up to a length; what is beyond is read past. */
final class BoundedLines {
    private final Reader reader;
    private final int longest;
    private int number;

    BoundedLines(Reader reader, int longest) {
        this.reader = reader;
        this.longest = longest;
    }

    /** Without its end; counted from 1. */
    record Line(int number, String text, boolean isCut) {}

    /** Empty at the end of the text. */
    Optional<Line> next() throws IOException {
        var text = new StringBuilder();
        boolean cut = false;
        int read = reader.read();
        if (read < 0) return Optional.empty();
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (text.length() < longest) text.append((char) read);
            else cut = true;
        }
        if (!cut && !text.isEmpty() && text.charAt(text.length() - 1) == '\r') text.setLength(text.length() - 1);
        return Optional.of(new Line(++number, text.toString(), cut));
    }
}
