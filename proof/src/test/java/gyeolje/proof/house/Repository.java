package gyeolje.proof.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** All text files of the project, without what is built, run or kept by tools. */
final class Repository {
    private static final Set<String> NOT_OURS = Set.of(".git", ".idea", ".vscode", "target", "data", "node_modules");
    private static final Pattern BINARY =
            Pattern.compile(".*\\.(png|jpe?g|gif|ico|webp|woff2?|pdf|jar|class|p12|der|gz|zip|db)");

    /** A file by its path from the project's root. */
    record Source(String path, String text, boolean isUtf8) {
        boolean isJava() {
            return path.endsWith(".java");
        }

        boolean isIn(String folder) {
            return path.startsWith(folder + "/");
        }

        List<String> lines() {
            return text.lines().toList();
        }
    }

    static List<Source> sources() {
        var setting = System.getProperty("gyeolje.root", "");
        if (setting.isEmpty())
            throw new IllegalStateException("the build says where the project's root is: gyeolje.root");
        var root = Path.of(setting);
        var sources = new ArrayList<Source>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isOurs(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.isRegularFile() && isOurs(file) && isText(file)) sources.add(source(root, file));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(sources);
    }

    private static Source source(Path root, Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        return new Source(root.relativize(file).toString().replace('\\', '/'), new String(bytes, UTF_8), isUtf8(bytes));
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean isOurs(Path path) {
        var name = path.getFileName();
        return name == null || !NOT_OURS.contains(name.toString());
    }

    private static boolean isText(Path file) {
        return !BINARY.matcher(file.toString().toLowerCase(Locale.ROOT)).matches();
    }

    private Repository() {}
}
