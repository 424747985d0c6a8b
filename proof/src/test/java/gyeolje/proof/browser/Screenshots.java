package gyeolje.proof.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** Pictures of every step of a story, for people to look at. */
final class Screenshots {
    private final Path folder;
    private final String story;
    private int taken;

    Screenshots(Path folder, String story) {
        this.folder = folder;
        this.story = story;
    }

    void keep(Page page, String device, String step) {
        taken++;
        var name = "%s-%s-%02d-%s.png".formatted(story, device, taken, step);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(folder.resolve(name))
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setTimeout(Chromium.PATIENCE_MILLIS));
    }
}
