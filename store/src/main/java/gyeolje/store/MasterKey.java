package gyeolje.store;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key under which personal and secret values are sealed at rest: 32 bytes, written as base64. Never printed. While it is being
 * changed, a second one opens what it sealed and seals nothing.
 */
public final class MasterKey {
    private static final int BYTES = 32;

    private final SecretKey secret;
    private final byte id;
    private final Optional<MasterKey> second;

    private MasterKey(SecretKey secret, byte id, Optional<MasterKey> second) {
        this.secret = secret;
        this.id = id;
        this.second = second;
    }

    private static MasterKey of(byte[] bytes) {
        return new MasterKey(new SecretKeySpec(bytes, "AES"), fingerprint(bytes), Optional.empty());
    }

    public static MasterKey of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new StoreOpeningException("the master key is not base64", e);
        }
        if (bytes.length != BYTES) throw new StoreOpeningException("the master key must be 32 bytes in base64");
        return of(bytes);
    }

    /** As it is written in a file. */
    public static String textOf(Path file) {
        try {
            return Files.readString(file, US_ASCII);
        } catch (IOException e) {
            throw new StoreOpeningException("the master key file cannot be read: " + file, e);
        }
    }

    /** Writes a new key to a new file that only its owner may read. */
    public static MasterKey generate(Path file) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            create(file, Base64.getEncoder().encodeToString(bytes) + "\n");
        } catch (FileAlreadyExistsException e) {
            throw new StoreOpeningException("the master key file exists already and is left alone: " + file, e);
        } catch (IOException e) {
            throw new StoreOpeningException("the master key file cannot be written: " + file, e);
        }
        return of(bytes);
    }

    /** This key, and besides it one that only opens. */
    public MasterKey with(MasterKey other) {
        if (other.id == id)
            throw new StoreOpeningException(
                    "the two master keys are the same, or cannot be told apart by their mark; make another");
        return new MasterKey(secret, id, Optional.of(other));
    }

    private static void create(Path file, String text) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, options, mine)) {
            channel.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
        }
    }

    SecretKey secret() {
        return secret;
    }

    /** Stands before every value sealed with this key, so that a rotation can tell old values from new ones. */
    byte id() {
        return id;
    }

    /** The key that opens what bears the mark. */
    Optional<SecretKey> opening(byte mark) {
        if (mark == id) return Optional.of(secret);
        return second.filter(other -> other.id == mark).map(other -> other.secret);
    }

    private static byte fingerprint(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("gyeolje master key".getBytes(UTF_8));
            return digest.digest(bytes)[0];
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "MasterKey(hidden)";
    }
}
