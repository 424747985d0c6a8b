package gyeolje.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authentications of payments that have no definite answer yet. The merchant API has no inquiry: a merchant whose
 * answer got lost can only send the very same pay request again (merchant API, section 7), also after a crash. So the
 * authentication is written down before pay is called, readable by nobody else (mode 0600), and erased as soon as the
 * answer is stored. Every merchant's server should do the same. Each has a file of its own, since a line of an
 * append-only file could not be erased.
 */
final class KeptAuthentications {
    private static final int LIMIT = 1_000;

    private final Optional<Path> directory;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    private KeptAuthentications(Optional<Path> directory) {
        this.directory = directory;
    }

    static KeptAuthentications inMemory() {
        return new KeptAuthentications(Optional.empty());
    }

    static KeptAuthentications in(Path directory) throws IOException {
        PrivateFiles.directory(directory);
        var authentications = new KeptAuthentications(Optional.of(directory));
        try (var files = Files.newDirectoryStream(directory)) {
            for (var file : files) {
                authentications.kept.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            }
        }
        return authentications;
    }

    Optional<byte[]> find(String orderNumber) {
        return Optional.ofNullable(kept.get(orderNumber)).map(byte[]::clone);
    }

    void keep(String orderNumber, byte[] body) {
        if (kept.size() >= LIMIT) throw new IllegalStateException("too many payments in doubt to begin another");
        if (directory.isPresent()) write(directory.get().resolve(orderNumber), body);
        kept.put(orderNumber, body.clone());
    }

    void erase(String orderNumber) {
        try {
            if (directory.isPresent()) Files.deleteIfExists(directory.get().resolve(orderNumber));
        } catch (IOException failed) {
            throw new UncheckedIOException("an authentication could not be erased", failed);
        }
        kept.remove(orderNumber);
    }

    private static void write(Path path, byte[] body) {
        try {
            Files.deleteIfExists(path);
            try (var out = PrivateFiles.channel(path, StandardOpenOption.WRITE)) {
                var bytes = ByteBuffer.wrap(body);
                while (bytes.hasRemaining()) out.write(bytes);
                out.force(true);
            }
            PrivateFiles.sync(path);
        } catch (IOException failed) {
            throw new UncheckedIOException("an authentication could not be written down", failed);
        }
    }
}
