package gyeolje.proof.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.house.Repository.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mistakes that `./gyeolje test --seeded-bugs` puts into the sources still fit them, so that the command cannot rot. */
final class SeededBugsTest {
    private static final Map<String, Source> SOURCES =
            Repository.sources().stream().collect(Collectors.toMap(Source::path, Function.identity()));
    private static final Pattern NAME = Pattern.compile("proof/seeded-bugs/(\\d\\d)-[a-z0-9-]+\\.patch");
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,\\d+)? \\+\\d+(?:,\\d+)? @@.*");
    private static final String OLD_FILE = "--- a/";

    private static List<Source> patches() {
        return SOURCES.values().stream()
                .filter(it -> NAME.matcher(it.path()).matches())
                .sorted((one, other) -> one.path().compareTo(other.path()))
                .toList();
    }

    @Test
    void thereAreTwentyAndEachHasANumberOfItsOwn() {
        var numbers = patches().stream()
                .map(it -> NAME.matcher(it.path()).replaceFirst("$1"))
                .toList();
        assertEquals(IntStream.rangeClosed(1, 20).mapToObj("%02d"::formatted).toList(), numbers);
    }

    @Test
    void eachSaysWhatIsWrongWhichPromiseItBreaksAndWhoMustNotice() {
        for (var patch : patches()) {
            var lines = patch.lines();
            assertTrue(lines.get(0).matches("Bug: .{20,}"), patch.path());
            assertTrue(lines.get(1).matches("Breaks: I\\d+.*: .{10,}"), patch.path());
            assertTrue(lines.get(2).matches("Tests: [a-z]+( [A-Z]\\w+)+"), patch.path());
            var words = lines.get(2).substring("Tests: ".length()).split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                var test = "/" + words[i] + ".java";
                assertTrue(
                        SOURCES.keySet().stream()
                                .anyMatch(it -> it.startsWith(words[0] + "/src/test/") && it.endsWith(test)),
                        patch.path() + " names " + words[i]);
            }
        }
    }

    @Test
    void eachStillApplies() {
        var rotten = new ArrayList<String>();
        for (var patch : patches()) rotten.addAll(misfits(patch));
        assertEquals("", String.join("\n", rotten));
    }

    /** The places that a patch expects to find and does not. */
    private static List<String> misfits(Source patch) {
        var misfits = new ArrayList<String>();
        var file = "";
        var expected = new StringBuilder();
        var lines = new ArrayList<>(patch.lines());
        lines.add("diff --git end");
        for (var line : lines) {
            boolean ends = line.startsWith("diff --git ") || HUNK.matcher(line).matches();
            if (ends && !expected.isEmpty()) {
                if (!text(file).contains(expected)) misfits.add(patch.path() + ": " + file + " has not\n" + expected);
                expected.setLength(0);
            }
            if (line.startsWith("diff --git ")) file = "";
            else if (line.startsWith(OLD_FILE)) file = line.substring(OLD_FILE.length());
            else if (!file.isEmpty() && (line.startsWith(" ") || line.startsWith("-")))
                expected.append(line.substring(1)).append('\n');
        }
        return misfits;
    }

    private static String text(String path) {
        var source = SOURCES.get(path);
        return source == null ? "" : source.text();
    }
}
