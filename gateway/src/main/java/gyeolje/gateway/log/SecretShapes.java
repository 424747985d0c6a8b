package gyeolje.gateway.log;

import gyeolje.core.value.TransactionId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is known by its shape for something that has no place in a log. Each pattern looks at a text once, without trying one stretch in
 * many ways, and only at a text that has what it cannot do without. Numbers of payments pass: a transaction id has letters in it, a tno
 * has fourteen digits and begins with the year.
 */
final class SecretShapes {
    /** An e-mail address. */
    private static final int SHORTEST = 6;

    private static final int SHORTEST_PHONE = 10;
    private static final int SHORTEST_SEALED = 43;
    private static final int SHORTEST_CARD = 13;
    private static final int SEALED_LETTERS_FOR_A_SLASH = 20;
    private static final int SHOWN_FIRST = 6;
    private static final int SHOWN_LAST = 4;

    /** @param signs one of them, in small letters, is in every text that the pattern matches; none: digits enough are */
    private record Shape(List<String> signs, Pattern pattern, Function<MatchResult, String> instead) {
        String redacted(String text, String small) {
            if (!signs.isEmpty() && signs.stream().noneMatch(small::contains)) return text;
            return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(instead.apply(found)));
        }
    }

    private static final Shape PRIVATE_KEY = new Shape(
            List.of("private key"),
            Pattern.compile(
                    "-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,20}PRIVATE KEY-----|\\z)",
                    Pattern.DOTALL),
            _ -> "[private key]");

    private static final String NAMES = "(enc_?data|enc_?info|kcp_sign_data|api_?cert_?key|master-key|password)";
    private static final Pattern NAME = Pattern.compile(NAMES, Pattern.CASE_INSENSITIVE);

    private static final Shape NAMED = new Shape(
            List.of("enc", "key", "password", "sign_data"),
            Pattern.compile(
                    NAMES
                            + "([\\\\\"']{0,2}\\s{0,2}[:=]\\s{0,2})"
                            + "(?:\\\\?\"[^\"]*+\"?|'[^']*+'?|[^\\s\"'\\\\,;&})\\]]++)",
                    Pattern.CASE_INSENSITIVE),
            named -> named.group(1) + named.group(2) + "[hidden]");

    private static final Shape MAIL = new Shape(
            List.of("@"),
            Pattern.compile("(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++){1,8}+"),
            _ -> "[e-mail]");

    private static final Shape SEALED = new Shape(
            List.of(), Pattern.compile("(?<![A-Za-z0-9+/=_\\\\-])[A-Za-z0-9+/=_\\\\-]{43,}+"), SecretShapes::sealed);

    private static final Shape PHONE = new Shape(
            List.of("1"),
            Pattern.compile("(?<![0-9A-Za-z])(?:\\+?82[ -]?|0)1[016789][ -]?[0-9]{3,4}[ -]?[0-9]{4}(?![0-9A-Za-z])"),
            _ -> "[phone]");

    private static final Shape CARD = new Shape(
            List.of(),
            Pattern.compile("(?<![0-9A-Za-z.])"
                    + "(?:[0-9]{13,19}+|[0-9]{4}(?:[ -][0-9]{4}){3}|3[0-9]{3}[ -][0-9]{6}[ -][0-9]{5})"
                    + "(?![0-9A-Za-z])"),
            SecretShapes::card);

    static String redacted(String text) {
        if (text.length() < SHORTEST || TransactionId.isWellFormed(text)) return text;
        var small = text.toLowerCase(Locale.ROOT);
        var left = NAMED.redacted(PRIVATE_KEY.redacted(text, small), small);
        left = MAIL.redacted(left, small);
        if (left.length() >= SHORTEST_SEALED) left = SEALED.redacted(left, small);
        long digits = left.chars().filter(c -> c >= '0' && c <= '9').count();
        if (digits >= SHORTEST_PHONE) left = PHONE.redacted(left, small);
        return digits >= SHORTEST_CARD ? CARD.redacted(left, small) : left;
    }

    static boolean isSecretsName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Base64 of enough bytes for a key, a signature or an authentication. A path has more slashes, a ruler no digits. */
    private static String sealed(MatchResult found) {
        var run = found.group();
        long slashes = run.chars().filter(c -> c == '/').count();
        boolean mixed = run.chars().anyMatch(Character::isDigit) && run.chars().anyMatch(Character::isLetter);
        return mixed && slashes * SEALED_LETTERS_FOR_A_SLASH <= run.length() ? "[sealed]" : run;
    }

    /** As KCP itself shows it, so that it can still be told whose it was. */
    private static String card(MatchResult found) {
        var digits = found.group().replaceAll("[ -]", "");
        if (!isCard(digits)) return found.group();
        int hidden = digits.length() - SHOWN_FIRST - SHOWN_LAST;
        return digits.substring(0, SHOWN_FIRST) + "*".repeat(hidden) + digits.substring(digits.length() - SHOWN_LAST);
    }

    private static boolean isCard(String digits) {
        boolean issued = switch (digits.length()) {
            case 13 -> digits.startsWith("4");
            case 14 -> digits.matches("3[689].*");
            case 15 -> digits.matches("3[47].*");
            case 16 -> digits.matches("(?:[34569]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720).*");
            case 19 -> digits.startsWith("62");
            default -> false;
        };
        return issued && isChecked(digits);
    }

    /** By the check that the last digit of a card number is for. */
    private static boolean isChecked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private SecretShapes() {}
}
