package gyeolje.core.value;

import java.util.regex.Pattern;

/** A merchant's signing secret (apiCertKey): 16 to 64 printable ASCII characters without blank and bar. Never printed. */
public record ApiCertKey(String secret) {
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7B\\x7D\\x7E]{16,64}");

    public ApiCertKey {
        if (!isWellFormed(secret)) throw new IllegalArgumentException("not a well-formed apiCertKey");
    }

    public static boolean isWellFormed(String text) {
        return SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return "ApiCertKey(hidden)";
    }
}
