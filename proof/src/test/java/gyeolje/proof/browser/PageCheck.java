package gyeolje.proof.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** What holds for every page, whoever looks at it: its text is whole, and nobody is shut out. */
final class PageCheck {
    private static final List<String> SERIOUS = List.of("serious", "critical");

    /** Replacement characters; question marks where letters were; UTF-8 read as windows-949 or Latin-1. */
    private static final Pattern BROKEN =
            Pattern.compile("\uFFFD|\\?\\?|[가-힣]\\?[가-힣]|占|[\u00C2\u00C3\u00EA-\u00ED][\u0080-\u00BF]");

    private static final String ALL_TEXT = """
            () => [document.title, document.documentElement.innerText,
                ...[...document.querySelectorAll('*')].flatMap(element =>
                    ['alt', 'aria-label', 'title', 'value', 'placeholder'].map(name => element.getAttribute(name) || ''))]
                .join('\\n')""";

    private PageCheck() {}

    static void textIsWhole(Page page) {
        page.frames().forEach(PageCheck::textIsWhole);
    }

    private static void textIsWhole(Frame frame) {
        var text = String.valueOf(frame.evaluate(ALL_TEXT));
        assertFalse(text.isBlank(), () -> "an empty page: " + frame.url());
        var broken = BROKEN.matcher(text);
        if (broken.find()) {
            var around = text.substring(Math.max(0, broken.start() - 30), Math.min(text.length(), broken.end() + 30));
            assertEquals("", around, "broken text at " + frame.url());
        }
    }

    static void nobodyIsShutOut(Page page) {
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
        assertEquals("", String.join("\n", found), "axe at " + page.url());
    }
}
