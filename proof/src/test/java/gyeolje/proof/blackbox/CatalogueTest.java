package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The catalogue of attacks (docs/attacks.md) is whole, and every test that it names exists. */
final class CatalogueTest {
    private static final int ATTACKS = 166;
    private static final int GENERATED = 352;
    private static final Path ROOT = Path.of(System.getProperty("gyeolje.root", ".."));
    private static final Pattern TEST =
            Pattern.compile("[A-Z][A-Za-z0-9]*(?:Rows|Table|Test|Contract)(?:\\.[A-Za-z0-9_]+)?");
    private static final String NOT_THERE = "\u2014 ";

    /** What the catalogue says of each attack: the last cell of its line. */
    private static Map<String, String> catalogue() throws IOException {
        var catalogue = new TreeMap<String, String>();
        for (var line : Files.readAllLines(ROOT.resolve("docs/attacks.md"))) {
            var cells = line.split(" *\\| *", -1);
            if (cells.length < 5 || !cells[1].matches("A[0-9]+")) continue;
            assertEquals(null, catalogue.put(cells[1], cells[cells.length - 2]), "twice: " + cells[1]);
        }
        return catalogue;
    }

    private static Map<String, Path> testSources() throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/test/java")
                            && file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(CatalogueTest::className, file -> file, (one, _) -> one));
        }
    }

    private static String className(Path file) {
        return String.valueOf(file.getFileName()).replace(".java", "");
    }

    @Test
    void everyAttackIsInTheCatalogueOnce() throws IOException {
        var all = IntStream.rangeClosed(1, ATTACKS)
                .mapToObj(number -> "A" + number)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(all, new TreeSet<>(catalogue().keySet()));
    }

    @Test
    void everyAttackNamesATestThatExistsOrWhyThereIsNone() throws IOException {
        var sources = testSources();
        for (var attack : catalogue().entrySet()) {
            if (attack.getValue().startsWith(NOT_THERE) && attack.getValue().length() > 20) continue;
            var named = TEST.matcher(attack.getValue())
                    .results()
                    .map(found -> found.group())
                    .toList();
            assertTrue(!named.isEmpty(), () -> attack.getKey() + " names no test");
            for (var test : named) assertExists(attack.getKey(), test, sources);
        }
    }

    private static void assertExists(String attack, String test, Map<String, Path> sources) throws IOException {
        var parts = test.split("\\.", -1);
        if (RowsContract.groups().containsKey(parts[0])) {
            var id = parts.length > 1 ? parts[1] : attack;
            if (!parts[0].equals("FieldRows"))
                assertTrue(rows(parts[0]).anyMatch(row -> row.id().equals(id)), attack + " is no row of " + parts[0]);
            return;
        }
        if (parts[0].endsWith("Table")) {
            assertTrue(
                    Files.readAllLines(sources.getOrDefault(parts[0], ROOT)).stream()
                            .anyMatch(line -> line.strip().startsWith(attack + " ")),
                    attack + " is no row of " + parts[0]);
            return;
        }
        assertTrue(sources.containsKey(parts[0]), attack + " names a test that is not there: " + test);
        if (parts.length > 1)
            assertTrue(
                    Files.readString(sources.getOrDefault(parts[0], ROOT)).contains(" " + parts[1] + "("),
                    attack + " names a test that is not there: " + test);
    }

    private static java.util.stream.Stream<Row> rows(String group) {
        return RowsContract.groups().getOrDefault(group, List.of()).stream();
    }

    @Test
    void everyRowIsInTheCatalogue() throws IOException {
        var catalogue = catalogue();
        for (var group : RowsContract.groups().keySet()) {
            if (group.equals("FieldRows")) continue;
            assertEquals(
                    List.of(),
                    rows(group)
                            .map(Row::id)
                            .filter(id -> !catalogue.getOrDefault(id, "").contains(group))
                            .toList(),
                    group);
        }
    }

    @Test
    void everyFieldMeetsEveryOddity() {
        var cells = List.of(FieldTable.ORDER, FieldTable.PAY, FieldTable.CANCEL).stream()
                .flatMap(table -> FieldTable.cells(table).stream())
                .toList();
        assertEquals(GENERATED, cells.size());
        assertEquals(GENERATED, rows("FieldRows").count());
        var met = cells.stream().collect(Collectors.groupingBy(FieldTable.Cell::title, Collectors.counting()));
        assertTrue(cells.stream()
                .map(FieldTable.Cell::oddity)
                .collect(Collectors.toSet())
                .containsAll(Set.of(Oddity.values())));
        assertTrue(met.size() > 300 && Arrays.stream(Oddity.values()).count() == 16);
    }

    @Test
    void everyMistakeIsNoticedByARow() throws IOException {
        var text = Files.readString(ROOT.resolve("docs/attacks.md"));
        var mistakes = text.substring(text.indexOf("## Mistakes"))
                .lines()
                .filter(line -> line.matches("\\|.*\\| A[0-9, A]+ \\|"))
                .toList();
        assertEquals(6, mistakes.size());
        for (var id : Pattern.compile("A[0-9]+")
                .matcher(String.join("\n", mistakes))
                .results()
                .map(found -> found.group())
                .toList()) assertTrue(!catalogue().getOrDefault(id, NOT_THERE).startsWith(NOT_THERE), id);
    }
}
