package gyeolje.proof.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Somebody with a browser of their own, who complains about everything that is not as it should be. */
final class Visitor implements AutoCloseable {
    /** What they hold in their hands. */
    enum Device {
        PC,
        PHONE
    }

    /** A form as it left the browser, escaped as it was. */
    record Posted(String url, String body) {}

    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/19.2 Mobile/15E148 Safari/604.1";

    private static final String PAINTED = """
            () => document.fonts.ready.then(() =>
                new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true)))))""";

    private final Device device;
    private final boolean examining;
    private final Screenshots screenshots;
    private final BrowserContext context;
    private final Page page;
    private final Complaints complaints;
    private final List<Posted> posted = new ArrayList<>();
    private final Deque<Boolean> readyAnswers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();

    /** One who examines also asks of every page whether it shuts somebody out. */
    Visitor(Device device, World world, boolean examining, Screenshots screenshots) {
        this.device = device;
        this.examining = examining;
        this.screenshots = screenshots;
        context = Stage.chromium().browser().newContext(options(device));
        context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        page = context.newPage();
        complaints = new Complaints(page, List.of(world.shop(), world.sandbox()));
        page.onRequest(this::requested);
        page.onDialog(this::asked);
    }

    private static NewContextOptions options(Device device) {
        var options = new NewContextOptions().setLocale("ko-KR").setTimezoneId("Asia/Seoul");
        return switch (device) {
            case PC -> options.setViewportSize(1280, 900);
            case PHONE ->
                options.setUserAgent(IPHONE)
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true)
                        .setHasTouch(true);
        };
    }

    Page page() {
        return page;
    }

    void open(String url) {
        page.navigate(url);
    }

    Locator on(String testId) {
        return page.getByTestId(testId);
    }

    /** In the payment window: laid over the page on a PC, the page itself on a phone. */
    Locator inWindow(String testId) {
        return switch (device) {
            case PC -> page.frameLocator("#naxIfr").getByTestId(testId);
            case PHONE -> page.getByTestId(testId);
        };
    }

    void press(Locator button) {
        switch (device) {
            case PC -> button.click();
            case PHONE -> button.tap();
        }
    }

    void press(String testId) {
        press(on(testId));
    }

    void pressInWindow(String testId) {
        press(inWindow(testId));
    }

    /** Waits for the payment window. */
    void waitForWindow() {
        assertThat(inWindow("kcp-sheet")).isVisible();
        assertThat(inWindow("approve")).isEnabled();
    }

    /** Waits until the order's page shows how it stands; the state is what the page says of itself. */
    void waitForOrder(String state) {
        assertThat(page.locator("#order")).hasAttribute("data-state", state);
    }

    /** From now on, what has this address comes a second late. */
    void receiveLate(String address) {
        page.route(url -> url.endsWith(address), route -> {
            page.waitForTimeout(1_000);
            route.resume();
        });
    }

    /** Looks at the page closely and keeps a picture of it. */
    void see(String step) {
        page.waitForLoadState();
        page.frames().forEach(frame -> frame.evaluate(PAINTED));
        screenshots.keep(page, device.name().toLowerCase(Locale.ROOT), step);
        PageCheck.textIsWhole(page);
        if (examining) PageCheck.nobodyIsShutOut(page);
        complaints.assertNone();
    }

    /** What to press when the next question or message pops up; nothing may pop up unannounced. */
    void willAnswer(boolean yes) {
        readyAnswers.add(yes);
    }

    /** What popped up until now. */
    List<String> questions() {
        return List.copyOf(questions);
    }

    /** The last form that went to an address containing this. */
    Posted posted(String address) {
        return posted.reversed().stream()
                .filter(form -> form.url().contains(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing was posted to " + address));
    }

    /** Sends that form once more, as a browser does after a reload. */
    void postAgain(String address) {
        var form = posted(address);
        var again = RequestOptions.create()
                .setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setData(form.body());
        var status = context.request().post(form.url(), again).status();
        if (status != 200) complaints.add("posted again, answered " + status);
    }

    private void requested(Request request) {
        var body = request.method().equals("POST") ? request.postDataBuffer() : null;
        if (body != null) posted.add(new Posted(request.url(), new String(body, StandardCharsets.ISO_8859_1)));
    }

    private void asked(Dialog dialog) {
        questions.add(dialog.message());
        if (readyAnswers.isEmpty()) complaints.add("popped up unannounced: " + dialog.message());
        if (readyAnswers.isEmpty() || !readyAnswers.poll()) dialog.dismiss();
        else dialog.accept();
    }

    /** Leaves; whatever went wrong on the way comes out here at the latest. */
    @Override
    public void close() {
        try {
            complaints.assertNone();
        } finally {
            context.close();
        }
    }
}
