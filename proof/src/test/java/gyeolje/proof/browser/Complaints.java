package gyeolje.proof.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Everything that a browser found wrong while somebody looked at pages. */
final class Complaints {
    /** The buyer moved on while a picture was still loading; what the policy or the network refuses has other words. */
    private static final String LEFT_BEHIND = "net::ERR_ABORTED";

    private final List<String> heard = new ArrayList<>();
    private final List<String> withPolicy;

    /** Listens to a page; pages of the given origins must come with a Content-Security-Policy. */
    Complaints(Page page, List<String> withPolicy) {
        this.withPolicy = withPolicy;
        page.onConsoleMessage(this::console);
        page.onPageError(error -> heard.add("page error: " + error));
        page.onRequestFailed(this::failed);
        page.onResponse(this::answered);
        page.onCrash(_ -> heard.add("the page crashed"));
    }

    void add(String complaint) {
        heard.add(complaint);
    }

    void assertNone() {
        assertEquals("", String.join("\n", heard));
    }

    private void console(ConsoleMessage message) {
        if (List.of("error", "warning").contains(message.type()))
            heard.add("console " + message.type() + ": " + message.text() + " at " + message.location());
    }

    private void failed(Request request) {
        if (!LEFT_BEHIND.equals(request.failure()))
            heard.add("request failed: " + request.url() + ": " + request.failure());
    }

    private void answered(Response response) {
        var url = response.url();
        if (response.status() >= 400) heard.add("answer " + response.status() + ": " + url);
        var isPage = response.headers().getOrDefault("content-type", "").startsWith("text/html");
        var policy = response.headers().getOrDefault("content-security-policy", "");
        if (isPage && withPolicy.stream().anyMatch(url::startsWith) && !policy.startsWith("default-src 'none'"))
            heard.add("no strict policy: " + url + ": " + policy);
    }
}
