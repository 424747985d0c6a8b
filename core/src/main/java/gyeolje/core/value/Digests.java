package gyeolje.core.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over UTF-8 text, and a comparison whose time tells nothing. */
public final class Digests {
    private static final HexFormat HEX = HexFormat.of();

    public static Sha256 sha256(String text) {
        return new Sha256(HEX.formatHex(newDigest().digest(text.getBytes(UTF_8))));
    }

    /** Accepts upper-case hex on either side (merchant API, section 4). */
    public static boolean same(Sha256 expected, String presentedHex) {
        return MessageDigest.isEqual(HEX.parseHex(expected.text()), HEX.parseHex(presentedHex));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Digests() {}
}
