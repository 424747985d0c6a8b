package gyeolje.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The inputs of a target that are worth keeping, beside this class as text: an input on each line, in which whatever is no printable
 * ASCII character is written as `%` and two hexadecimal digits, and so is `%` itself.
 */
final class Corpus {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    static List<byte[]> of(Target target) throws IOException {
        try (var kept = Corpus.class.getResourceAsStream("corpus/" + target.name() + ".txt")) {
            if (kept == null) throw new IOException("there is no corpus for " + target.name());
            return new String(kept.readAllBytes(), UTF_8)
                    .lines()
                    .map(Corpus::read)
                    .toList();
        }
    }

    /** A file for each input, as the fuzzer wants them. */
    static void unpack(Target target, Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (var input : of(target)) Files.write(folder.resolve("kept-" + number++), input);
    }

    /** Writes the files of a folder down as a corpus, the short ones first. */
    static int pack(Path folder, int mostInputs, Path file) throws IOException {
        try (var inputs = Files.list(folder)) {
            var lines = inputs.map(Corpus::line)
                    .distinct()
                    .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                    .limit(mostInputs)
                    .toList();
            Files.write(file, lines, UTF_8);
            return lines.size();
        }
    }

    private static String line(Path file) {
        try {
            return written(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String written(byte[] input) {
        var line = new StringBuilder();
        for (byte b : input) {
            if (b < 0x20 || b > 0x7E || b == '%') line.append('%').append(HEX.toHexDigits(b));
            else line.append((char) b);
        }
        return line.toString();
    }

    static byte[] read(String line) {
        var bytes = line.getBytes(ISO_8859_1);
        var input = new ByteArrayOutputStream(bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '%') {
                input.write(HexFormat.fromHexDigits(line, at + 1, at + 3));
                at += 2;
            } else input.write(bytes[at]);
        }
        return input.toByteArray();
    }

    private Corpus() {}
}
