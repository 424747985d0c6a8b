package gyeolje.core.request;

import gyeolje.core.value.Alphabet;
import gyeolje.core.value.Text;
import gyeolje.core.value.WindowText;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The formats of single fields (merchant API, section 5). Each takes a text that is not blank and is printable. */
final class Formats {
    private static final int SIGNATURE_DIGITS = 64;
    private static final int TIMESTAMP_DIGITS = 14;
    private static final Pattern APP_URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://[\\x21-\\x7E&&[^\"'<>\\\\`]]*");
    private static final Set<String> UNSAFE_SCHEMES = Set.of("javascript", "data", "file", "vbscript", "intent");

    static boolean isSignature(String text) {
        return Alphabet.HEX.spells(text, SIGNATURE_DIGITS, SIGNATURE_DIGITS);
    }

    /** Second 60 is allowed: the protocol's own sample has it. */
    static boolean isTimestamp(String text) {
        return Alphabet.DIGITS.spells(text, TIMESTAMP_DIGITS, TIMESTAMP_DIGITS)
                && isWithin(text, 4, 1, 12)
                && isWithin(text, 6, 1, 31)
                && isWithin(text, 8, 0, 23)
                && isWithin(text, 10, 0, 59)
                && isWithin(text, 12, 0, 60);
    }

    /** Whether the two digits from there say a number of that range. */
    private static boolean isWithin(String digits, int from, int least, int most) {
        int number = Integer.parseInt(digits, from, from + 2, 10);
        return number >= least && number <= most;
    }

    static boolean isAnyTimestamp(String text) {
        return Alphabet.DIGITS.spells(text, 1, 17);
    }

    static boolean isMobileNumber(String text) {
        return Alphabet.DIGITS.spells(text, 10, 11);
    }

    static boolean isYesOrNo(String text) {
        return text.equals("Y") || text.equals("N");
    }

    static boolean isMail(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.codePoints().noneMatch(Text::isBlank);
    }

    static boolean isAppUrl(String text) {
        var matcher = APP_URL.matcher(text);
        return matcher.matches() && !UNSAFE_SCHEMES.contains(matcher.group(1).toLowerCase(Locale.ROOT));
    }

    static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A name of so many characters once composed, that leaves something to show in the acquirer's window. */
    static Predicate<String> isName(int mostCharacters) {
        return text -> {
            var composed = composed(text);
            return Text.length(composed) <= mostCharacters
                    && !WindowText.of(composed, WindowText.GOOD_NAME_BYTES).isEmpty();
        };
    }

    static boolean isWebUrl(String text) {
        return webHost(text).isPresent();
    }

    /** The host of an absolute http or https URL without user info; empty when the text is anything else. */
    static Optional<String> webHost(String text) {
        try {
            var url = new URI(text);
            if (!isWeb(url) || url.getHost() == null || url.getRawUserInfo() != null) return Optional.empty();
            if (url.getPort() == 0 || url.getPort() > 65_535 || url.getHost().endsWith(".")) return Optional.empty();
            if (text.contains("%00")) return Optional.empty();
            return Optional.of(url.getHost().toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean isSecureUrlTo(Set<String> hosts, String text) {
        return text.toLowerCase(Locale.ROOT).startsWith("https://")
                && webHost(text).filter(hosts::contains).isPresent();
    }

    private static boolean isWeb(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }

    private Formats() {}
}
