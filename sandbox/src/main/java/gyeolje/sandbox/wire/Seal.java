package gyeolje.sandbox.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The sandbox's own key: what it seals only it can open, and it needs no memory for that, so a restart changes nothing. */
public final class Seal {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec cipherKey;
    private final SecretKeySpec macKey;

    public Seal(long seed) {
        byte[] digest = sha256("gyeolje sandbox " + seed);
        cipherKey = new SecretKeySpec(Arrays.copyOf(digest, 16), "AES");
        macKey = new SecretKeySpec(Arrays.copyOfRange(digest, 16, 32), "HmacSHA256");
    }

    /** The sealed form is 28 bytes longer than the text. */
    public byte[] seal(byte[] text) {
        try {
            byte[] nonce = random(NONCE);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, cipherKey, new GCMParameterSpec(TAG * 8, nonce));
            byte[] sealed = Arrays.copyOf(nonce, NONCE + text.length + TAG);
            cipher.doFinal(text, 0, text.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no AES-GCM", impossible);
        }
    }

    public Optional<byte[]> open(byte[] sealed) {
        if (sealed.length < NONCE + TAG) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, cipherKey, new GCMParameterSpec(TAG * 8, sealed, 0, NONCE));
            return Optional.of(cipher.doFinal(sealed, NONCE, sealed.length - NONCE));
        } catch (GeneralSecurityException foreign) {
            return Optional.empty();
        }
    }

    public byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(macKey);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no HMAC", impossible);
        }
    }

    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** KCP's look: one digit, then base64 with {@code + / =} written as {@code . - _}. */
    public static String token(char digit, byte[] bytes) {
        String base64 = Base64.getEncoder().encodeToString(bytes);
        return digit + base64.replace('+', '.').replace('/', '-').replace('=', '_');
    }

    public static Optional<byte[]> bytes(String token) {
        if (token.length() < 5 || (token.length() - 1) % 4 != 0 || !Character.isDigit(token.charAt(0))) {
            return Optional.empty();
        }
        try {
            String base64 =
                    token.substring(1).replace('.', '+').replace('-', '/').replace('_', '=');
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException garbled) {
            return Optional.empty();
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JDK has no SHA-256", impossible);
        }
    }
}
