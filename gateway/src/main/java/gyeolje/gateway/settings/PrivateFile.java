package gyeolje.gateway.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that hold secrets, and who may touch them. A group may read them, as service managers arrange it; everybody else may not.
 * Where a file system knows no such permissions nothing can be said.
 */
public final class PrivateFile {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateFile.class);
    private static final Set<PosixFilePermission> NOBODY_ELSE =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    /**
     * Refuses a file that others may read or change.
     *
     * @throws SettingsException that says what to do
     */
    public static void require(String key, Path file) {
        if (isOpen(file)) throw new SettingsException(advice(key, file));
    }

    /** As above, but only warns. */
    public static void advise(String key, Path file) {
        if (isOpen(file)) LOG.warn(advice(key, file));
    }

    private static String advice(String key, Path file) {
        return key + " is a file that others can read or change: run chmod 600 " + file;
    }

    private static boolean isOpen(Path file) {
        try {
            var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            return view != null && view.readAttributes().permissions().stream().anyMatch(NOBODY_ELSE::contains);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be looked at: " + e.getMessage());
        }
    }

    private PrivateFile() {}
}
