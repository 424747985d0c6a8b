package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.demo.Demo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that the shop, the sandbox's windows, the gateway and its operators' port answer is protected by its headers. */
final class PagesTest {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"(/[^\"#]*)");
    private static final Pattern INLINE = Pattern.compile(
            "<script(?![^>]*\\ssrc=)|<style|\\sstyle=|\\son[a-z]+=|javascript:", Pattern.CASE_INSENSITIVE);
    private static final List<String> FORM_ONLY = List.of(
            "/kcpPaypop.do", "/pay/mobileGW.kcp", "/pay/jsp/encodingFilter/encodingFilter.jsp", "/window/decide");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Test
    void every_page_and_every_answer_says_how_it_may_be_used(@TempDir Path folder) throws Exception {
        try (var demo = Demo.start(folder, new Demo.Ports(0, 0, 0, 0), Demo.EMBEDDED_STORE, _ -> {})) {
            var ports = demo.ports();
            int seen =
                    walk(ports.shop(), List.of("/", "/orders", "/goods/1", "/nowhere", "/orders/nothing", "/return/x"));
            assertTrue(seen >= 6, "pages of the shop: " + seen);
            seen = walk(ports.sandbox(), FORM_ONLY);
            assertTrue(seen >= FORM_ONLY.size(), "pages of the sandbox: " + seen);
            for (var path : List.of("/", "/ep/api/kakao/tester/order", "/%00", "/<script>"))
                isProtected(ports.gateway(), path);
            for (var path : List.of("/", "/health/live", "/health/ready", "/metrics", "/nowhere"))
                isProtected(ports.admin(), path);
        }
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        var target =
                URI.create("http://127.0.0.1:" + port + path.replace("<", "%3C").replace(">", "%3E"));
        return CLIENT.send(HttpRequest.newBuilder(target).build(), BodyHandlers.ofString());
    }

    /** Follows every link within one port; answers how many pages there were. */
    private static int walk(int port, List<String> from) throws IOException, InterruptedException {
        var known = new LinkedHashSet<>(from);
        var next = new ArrayDeque<>(from);
        int pages = 0;
        while (!next.isEmpty() && known.size() < 300) {
            var path = next.remove();
            var answer = get(port, path);
            if (!type(answer).startsWith("text/html")) {
                hasHeader(answer, path, "x-content-type-options", "nosniff");
                continue;
            }
            pages++;
            isProtectedPage(path, answer);
            for (var found = LINK.matcher(answer.body()); found.find(); )
                if (known.add(found.group(1))) next.add(found.group(1));
        }
        return pages;
    }

    private static void isProtectedPage(String path, HttpResponse<String> page) {
        var policy = page.headers().firstValue("content-security-policy").orElse("");
        assertAll(
                path,
                () -> assertTrue(policy.startsWith("default-src 'none'"), policy),
                () -> assertTrue(policy.contains("frame-ancestors 'none'"), policy),
                () -> assertTrue(policy.contains("base-uri 'none'") && policy.contains("form-action "), policy),
                () -> assertFalse(policy.contains("unsafe") || policy.contains("*"), policy),
                () -> assertFalse(INLINE.matcher(page.body()).find(), page::body),
                () -> assertTrue(page.headers().firstValue("referrer-policy").isPresent()),
                () -> hasHeader(page, path, "x-content-type-options", "nosniff"),
                () -> hasHeader(page, path, "cache-control", "no-store"));
    }

    private static void isProtected(int port, String path) throws IOException, InterruptedException {
        var answer = get(port, path);
        hasHeader(answer, path, "x-content-type-options", "nosniff");
        hasHeader(answer, path, "cache-control", "no-store");
        assertFalse(type(answer).contains("html"), path);
        assertFalse(answer.headers().firstValue("server").isPresent());
    }

    private static void hasHeader(HttpResponse<String> answer, String path, String name, String value) {
        assertEquals(value, answer.headers().firstValue(name).orElse(""), path + " " + answer.statusCode());
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElse("");
    }
}
