package gyeolje.shop;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and directories that only the shop's own user may read: they hold buyers and authentications. */
final class PrivateFiles {
    private PrivateFiles() {}

    static void directory(Path directory) throws IOException {
        Files.createDirectories(directory, mode(directory, "rwx------"));
    }

    static FileChannel channel(Path path, OpenOption how) throws IOException {
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE, how), mode(path, "rw-------"));
    }

    /** A created, renamed or deleted file survives a power cut only once its directory is on the disk too. */
    static void sync(Path path) throws IOException {
        try (var directory = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static FileAttribute<?>[] mode(Path path, String permissions) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
