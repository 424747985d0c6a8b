package gyeolje.store;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The file of a SQLite store: for its owner's eyes only, served by one gateway at a time. */
final class SqliteFile implements AutoCloseable {
    /** A lock belongs to the process, and closing any channel to its file gives it up; so none is opened twice. */
    private static final Set<Path> SERVED_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Optional<Served> served;

    /** For as long as a gateway serves from the file; SQLite's own locks are on the second. */
    private record Served(FileChannel lock, FileChannel file) {}

    private SqliteFile(Path path, Optional<Served> served) {
        this.path = path;
        this.served = served;
    }

    static SqliteFile open(Path file, StoreSettings.Role role) {
        var path = file.toAbsolutePath().normalize();
        try {
            create(path);
            return switch (role) {
                case GATEWAY -> new SqliteFile(path, Optional.of(serve(path)));
                case TOOL -> new SqliteFile(path, Optional.empty());
            };
        } catch (IOException e) {
            throw new StoreOpeningException(
                    "the store's file cannot be used: " + path + " (" + e.getMessage() + ")", e);
        }
    }

    private static void create(Path path) throws IOException {
        var folder = path.getParent();
        if (folder != null && Files.notExists(folder))
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (Files.exists(path)) return;
        try {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            return;
        }
    }

    private static Served serve(Path path) throws IOException {
        var lock = lock(path);
        try {
            return new Served(lock, FileChannel.open(path, READ));
        } catch (IOException e) {
            unlock(path, lock);
            throw e;
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        if (!SERVED_HERE.add(path)) throw served(path);
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var channel = FileChannel.open(path.resolveSibling(path.getFileName() + ".lock"), Set.of(CREATE, WRITE), mine);
        if (channel.tryLock() != null) return channel;
        channel.close();
        SERVED_HERE.remove(path);
        throw served(path);
    }

    private static StoreOpeningException served(Path path) {
        return new StoreOpeningException("another gateway serves from " + path
                + "; stop it, or use PostgreSQL, where several gateways can share a store");
    }

    Path path() {
        return path;
    }

    /** Makes durable what was written to the file so far; a tool leaves that to SQLite. */
    void flush() throws IOException {
        if (served.isPresent()) served.get().file().force(false);
    }

    /** Once no connection is left: this gives up SQLite's own locks as well. */
    @Override
    public void close() {
        if (served.isEmpty()) return;
        try {
            close(served.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void close(Served it) throws IOException {
        try {
            it.file().close();
        } finally {
            unlock(path, it.lock());
        }
    }

    private static void unlock(Path path, FileChannel lock) throws IOException {
        try {
            lock.close();
        } finally {
            SERVED_HERE.remove(path);
        }
    }
}
