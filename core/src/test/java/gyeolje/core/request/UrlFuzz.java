package gyeolje.core.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Fuzz target: an order with any returnUrl and appUrl is an order or a refusal, and what is let through leads where it says, also
 * for a browser that reads a URL by its own rules. The first byte chooses the profile and the field.
 */
public final class UrlFuzz {
    private static final List<Profile> PROFILES = List.of(Profile.STRICT, Profile.STANDARD, Profile.LEGACY);
    private static final Pattern AUTHORITY = Pattern.compile("(?i)https?:/{2}([^/?#\\\\]*)(.*)", Pattern.DOTALL);

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) return;
        var profile = PROFILES.get((input[0] & 0x3F) % PROFILES.size());
        boolean app = (input[0] & 0x40) != 0;
        var text = new String(input, 1, input.length - 1, UTF_8);
        var fields = Sample.freshOrder();
        fields.put(app ? "appUrl" : "returnUrl", text);
        switch (OrderRequest.parse(Sample.fields(fields), Sample.reading(profile))) {
            case Parsed.Rejected<?>(var refusal) -> assertEquals(app ? "appUrl" : "returnUrl", refusal.field());
            case Parsed.Ok<OrderRequest>(var order) -> {
                if (app) appUrl(order.appUrl());
                else returnUrl(profile, order.returnUrl());
            }
        }
    }

    private static void appUrl(String url) {
        if (url.isEmpty()) return;
        assertTrue(url.chars().allMatch(c -> c > 0x20 && c < 0x7F), "an appUrl is ASCII without blanks");
        assertTrue(url.chars().noneMatch(c -> "\"'<>\\`".indexOf(c) >= 0), "an appUrl needs no escaping");
        var scheme = url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT);
        assertTrue(!List.of("javascript", "data", "vbscript", "file", "intent").contains(scheme), scheme);
    }

    private static void returnUrl(Profile profile, String url) {
        assertTrue(url.codePoints().noneMatch(Character::isISOControl), "no line break reaches a header or a page");
        switch (profile) {
            case LEGACY -> {}
            case STANDARD -> assertTrue(!authority(url).isEmpty());
            case STRICT -> {
                assertTrue(url.regionMatches(true, 0, "https:", 0, 6), "TLS");
                assertEquals("shop.example", authority(url).replaceFirst(":[0-9]*$", ""));
            }
        }
    }

    /** Where a browser would go: it takes a backslash for a slash and what stands before an at sign for a name. */
    private static String authority(String url) {
        var parts = AUTHORITY.matcher(url);
        assertTrue(parts.matches(), "absolute, http or https");
        var authority = parts.group(1).toLowerCase(Locale.ROOT);
        assertTrue(authority.indexOf('@') < 0, "no user info");
        return authority;
    }

    private UrlFuzz() {}
}
