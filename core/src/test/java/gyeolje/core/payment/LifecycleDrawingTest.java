package gyeolje.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.payment.Verdict.Next;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The state machine that docs/proof.md draws is the one that runs. */
final class LifecycleDrawingTest {
    private static final Pattern ARROW = Pattern.compile("\\s*([A-Z]+) --> ([A-Z]+): (.+)");

    @Test
    void theDrawingHasEveryArrowOfTheCodeAndNoOther() throws IOException {
        var page = Path.of(System.getProperty("gyeolje.root", ".."), "docs", "proof.md");
        var drawn = new TreeMap<String, Set<String>>();
        for (var line : Files.readAllLines(page)) {
            var arrow = ARROW.matcher(line);
            if (arrow.matches())
                drawn.put(
                        arrow.group(1) + " --> " + arrow.group(2),
                        new TreeSet<>(Arrays.asList(arrow.group(3).split(", ", -1))));
        }
        assertEquals(lines(arrows()), lines(drawn));
    }

    private static Map<String, Set<String>> arrows() {
        var arrows = new TreeMap<String, Set<String>>();
        for (var before : Scene.payments().values())
            for (var event : Scene.events().values())
                if (Lifecycle.decide(before, event) instanceof Next(var after))
                    arrows.computeIfAbsent(
                                    Payment.stateOf(before) + " --> " + Payment.stateOf(after), _ -> new TreeSet<>())
                            .add(event.getClass().getSimpleName());
        return arrows;
    }

    private static String lines(Map<String, Set<String>> arrows) {
        var text = new StringBuilder();
        arrows.forEach((arrow, events) -> text.append(arrow)
                .append(": ")
                .append(String.join(", ", events))
                .append('\n'));
        return text.toString();
    }
}
