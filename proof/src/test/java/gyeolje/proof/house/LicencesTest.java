package gyeolje.proof.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every library that is run is listed with its version and a licence that we may use. */
final class LicencesTest {
    private static final Path ROOT = Path.of(System.getProperty("gyeolje.root", ".."));
    private static final Pattern ROW = Pattern.compile("\\| [^:|]+:([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern OURS = Pattern.compile(".*-[0-9.]+-SNAPSHOT\\.jar");
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0", "MIT", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "EPL-1.0", "EPL-2.0", "LGPL-2.1-only");

    /**
     * A line of the list.
     *
     * @param jar as the build names it
     */
    private record Library(String jar, List<String> licences) {}

    private static List<Library> listed() throws IOException {
        try (var lines = Files.lines(ROOT.resolve("THIRD-PARTY.md"))) {
            return lines.map(ROW::matcher)
                    .filter(row -> row.matches() && !row.group(2).equals("version"))
                    .map(row -> new Library(
                            row.group(1) + "-" + row.group(2) + ".jar",
                            Arrays.asList(row.group(3).split(" or ", -1))))
                    .toList();
        }
    }

    @Test
    void everyLicenceIsOneThatWeMayUse() throws IOException {
        assertTrue(listed().size() > 40, "the list is where this test looks for it");
        for (var library : listed()) assertTrue(ALLOWED.containsAll(library.licences()), library::toString);
    }

    /** The folder is made when the demo is packaged, as in the whole build; a single test may run before that. */
    @Test
    void everyLibraryThatIsRunIsListedInItsVersion() throws IOException {
        var gathered = ROOT.resolve("demo/target/lib");
        assumeTrue(Files.isDirectory(gathered), "the demo is not packaged");
        try (var files = Files.list(gathered)) {
            var run = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !OURS.matcher(name).matches())
                    .collect(Collectors.toCollection(TreeSet::new));
            var listed = listed().stream().map(Library::jar).collect(Collectors.toCollection(TreeSet::new));
            assertEquals(run, listed);
        }
    }
}
