package gyeolje.core.request;

import gyeolje.core.value.Digests;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON object as named texts.
 *
 * @param texts the values that are strings; a null value counts as absent
 * @param notTexts the names whose value is a number, a boolean, a list or an object
 */
public record Fields(Map<String, String> texts, Set<String> notTexts) {
    public Fields {
        texts = Map.copyOf(texts);
        notTexts = Set.copyOf(notTexts);
    }

    /** The text, empty when absent or blank. */
    String text(String name) {
        var text = texts.getOrDefault(name, "");
        return Text.isBlank(text) ? "" : text;
    }

    boolean isMissing(String name) {
        return text(name).isEmpty() && !notTexts.contains(name);
    }

    boolean isNotText(String name) {
        return notTexts.contains(name);
    }

    /** Judged as sent: a line break in a field is wrong even where blank counts as absent. */
    boolean isPrintable(String name) {
        return Text.isPrintable(texts.getOrDefault(name, ""));
    }

    /** The identity of a request: what it says in these fields. Two requests are identical when their hashes are. */
    Sha256 hash(List<String> names) {
        var said = new StringBuilder(512);
        for (var name : names) {
            var text = text(name);
            said.append(name)
                    .append('=')
                    .append(text.length())
                    .append(':')
                    .append(text)
                    .append('\n');
        }
        return Digests.sha256(said.toString());
    }

    /** The names only: a pay's fields hold what must not reach a log. */
    @Override
    public String toString() {
        return "Fields" + new TreeSet<>(texts.keySet()) + new TreeSet<>(notTexts);
    }
}
