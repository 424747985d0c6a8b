package gyeolje.proof.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Frame;
import java.util.Map;

/** Hands that have a keyboard and no mouse. */
final class Keyboard {
    private static final int MOST_STEPS = 60;
    private static final String FOCUS = """
            () => {
              const focused = document.activeElement;
              const drawn = element => {
                const style = getComputedStyle(element);
                const box = element.getBoundingClientRect();
                return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1 && box.width > 1;
              };
              return {
                testId: focused.dataset.testid || '',
                isFrame: focused.tagName === 'IFRAME',
                isSeen: [focused, ...(focused.labels || [])].some(drawn),
                html: focused.outerHTML.slice(0, 160)
              };
            }""";

    private final Visitor visitor;

    /** Where the keys go, and whether somebody who looks can tell. */
    record Focus(String testId, boolean isInWindow, boolean isSeen, String html) {}

    Keyboard(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Tabs on until the element has the focus; every stop on the way must show that it has it. */
    void tabTo(String testId) {
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            var focus = tab();
            assertTrue(focus.isSeen(), () -> "the focus cannot be seen on " + focus.html());
            if (focus.testId().equals(testId)) return;
        }
        throw new AssertionError("the tab key does not reach " + testId);
    }

    /** Tabs once around and more: the focus never leaves the payment window. */
    void assertTabStaysInWindow() {
        for (int steps = 0; steps < 20; steps++) {
            var focus = tab();
            assertTrue(focus.isInWindow(), () -> "the focus left the window for " + focus.html());
        }
    }

    Focus focus() {
        var page = visitor.page();
        var outer = read(page.mainFrame());
        if (!Boolean.TRUE.equals(outer.get("isFrame"))) return focus(outer, false);
        var inner = page.frames().stream()
                .filter(frame -> frame.name().equals("naxIfr"))
                .findFirst()
                .orElseThrow();
        return focus(read(inner), true);
    }

    void press(String key) {
        visitor.page().keyboard().press(key);
    }

    private Focus tab() {
        press("Tab");
        return focus();
    }

    private static Map<?, ?> read(Frame frame) {
        return (Map<?, ?>) frame.evaluate(FOCUS);
    }

    private static Focus focus(Map<?, ?> read, boolean inWindow) {
        return new Focus(
                String.valueOf(read.get("testId")),
                inWindow,
                Boolean.TRUE.equals(read.get("isSeen")),
                String.valueOf(read.get("html")));
    }
}
