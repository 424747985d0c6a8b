package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The first block of a PEM file; text around it does not matter.
 *
 * @param base64 without white space
 */
record Pem(String label, String base64) {
    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    static Pem read(Path file) {
        var block = BLOCK.matcher(text(file));
        if (!block.find()) throw new KcpCredentialsException(file + " holds no PEM block");
        return new Pem(block.group(1), block.group(2).replaceAll("\\s", ""));
    }

    byte[] der() {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new KcpCredentialsException("a PEM block of " + label + " is not base64", e);
        }
    }

    /** The form that KCP wants: everything on one line, the markers kept. */
    String onOneLine() {
        return "-----BEGIN " + label + "-----" + base64 + "-----END " + label + "-----";
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) throw new KcpCredentialsException(file + " is too large for a PEM file");
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new KcpCredentialsException(
                    "cannot read " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    @Override
    public String toString() {
        return "Pem(" + label + ")";
    }
}
