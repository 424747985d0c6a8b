package gyeolje.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Values at rest, AES-256-GCM: key id, a random nonce of 96 bits, ciphertext and tag, in base64. The place where a value belongs
 * is authenticated with it, so that it does not open in another row.
 */
final class Sealer {
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int MOST_CIPHERS = 64;

    private final MasterKey key;
    private final SecureRandom random = new SecureRandom();
    /** Ciphers at rest; each is used by one caller at a time and begins anew with every value. */
    private final Queue<Cipher> ciphers = new ArrayBlockingQueue<>(MOST_CIPHERS);

    Sealer(MasterKey key) {
        this.key = key;
    }

    /** A sealed value that the key at hand does not open, here. */
    static final class DoesNotOpen extends Exception {
        private static final long serialVersionUID = 1L;

        DoesNotOpen(String message) {
            super(message);
        }
    }

    String seal(String text, String place) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = applied(Cipher.ENCRYPT_MODE, key.secret(), nonce, place, text.getBytes(UTF_8));
            var whole = ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length);
            whole.put(key.id()).put(nonce).put(sealed);
            return Base64.getEncoder().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    String open(String sealed, String place) throws DoesNotOpen {
        try {
            var whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
            if (whole.remaining() < 1 + NONCE_BYTES + TAG_BYTES) throw new DoesNotOpen("too short to be sealed");
            var secret = key.opening(whole.get());
            if (secret.isEmpty()) throw new DoesNotOpen("sealed with another master key");
            var nonce = new byte[NONCE_BYTES];
            whole.get(nonce);
            var rest = new byte[whole.remaining()];
            whole.get(rest);
            return new String(applied(Cipher.DECRYPT_MODE, secret.get(), nonce, place, rest), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new DoesNotOpen("sealed value does not open: " + e.getClass().getSimpleName());
        }
    }

    /** Whether it is sealed with the key that seals now, by its mark. */
    boolean isCurrent(String sealed) {
        return sealed.length() >= 4 && Base64.getDecoder().decode(sealed.substring(0, 4))[0] == key.id();
    }

    /** The same value, sealed with the key that seals now. */
    String sealAgain(String sealed, String place) throws DoesNotOpen {
        return seal(open(sealed, place), place);
    }

    int keyId() {
        return key.id() & 0xFF;
    }

    private byte[] applied(int mode, SecretKey secret, byte[] nonce, String place, byte[] value)
            throws GeneralSecurityException {
        var resting = ciphers.poll();
        var cipher = resting == null ? Cipher.getInstance(ALGORITHM) : resting;
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        var result = cipher.doFinal(value);
        ciphers.offer(cipher);
        return result;
    }
}
