package gyeolje.bench.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import gyeolje.bench.Town;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Opens one sealed value of the store and seals it again for other rows. Not to be shared by threads. */
final class Resealer {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final Cipher cipher = cipher();
    private final SecretKeySpec key = new SecretKeySpec(Base64.getDecoder().decode(Town.MASTER_KEY), "AES");
    private final byte keyId;
    private final byte[] plain;

    Resealer(String sealed, String place) {
        var whole = Base64.getDecoder().decode(sealed);
        keyId = whole[0];
        var nonce = Arrays.copyOfRange(whole, 1, 1 + NONCE);
        plain = apply(Cipher.DECRYPT_MODE, nonce, place, Arrays.copyOfRange(whole, 1 + NONCE, whole.length));
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** The nonces need not be secret here, only different. */
    String seal(String place) {
        var nonce = new byte[NONCE];
        ThreadLocalRandom.current().nextBytes(nonce);
        var sealed = apply(Cipher.ENCRYPT_MODE, nonce, place, plain);
        var whole = ByteBuffer.allocate(1 + NONCE + sealed.length);
        whole.put(keyId).put(nonce).put(sealed);
        return Base64.getEncoder().encodeToString(whole.array());
    }

    private byte[] apply(int mode, byte[] nonce, String place, byte[] value) {
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(UTF_8));
            return cipher.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the store seals in another way than the benchmark knows", e);
        }
    }
}
