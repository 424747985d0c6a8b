package gyeolje.proof.world;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The product as it is shipped: jars, and an archive of the classes that a start loads, as the launcher makes it. Made once for all
 * tests, so that a gateway that is killed a hundred times starts a hundred times in a moment.
 */
final class Packaged {
    private static final Path FOLDER = folder();
    private static final String CLASS_PATH = classPath();
    private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");

    /** The command that runs the gateway's command line. */
    static synchronized List<String> command(String... arguments) {
        try {
            if (!Files.exists(ARCHIVE)) archive();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway's classes cannot be archived", e);
        }
        return java("-XX:SharedArchiveFile=" + ARCHIVE, arguments);
    }

    private static List<String> java(String archiving, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                archiving,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                CLASS_PATH,
                "gyeolje.gateway.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** A gateway starts, serves nothing and stops. */
    private static void archive() throws Exception {
        var home = Files.createTempDirectory(FOLDER, "first");
        var configuration = Settings.patient(Place.sqlite(home), 1).writeTo(home);
        var serve = java("-XX:ArchiveClassesAtExit=" + ARCHIVE, "serve", "--config", configuration.toString());
        try (var first = GatewayProcess.start(home, serve, Map.of())) {
            first.terminate();
            if (!first.endsWithin(90)) throw new AssertionError("the first gateway did not stop");
        }
        if (!Files.exists(ARCHIVE)) throw new AssertionError(Files.readString(home.resolve("gateway.log")));
    }

    private static Path folder() {
        try {
            var target = Files.createDirectories(Path.of(System.getProperty("gyeolje.root", ".."), "proof", "target"));
            var folder =
                    Files.createDirectories(target.toAbsolutePath().normalize().resolve("packaged"));
            Files.deleteIfExists(folder.resolve("classes.jsa"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the tests' own folder, whose settings would quiet the product's log. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1))
                .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
                .map(Path::of)
                .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path jar(Path classes) {
        var jar = FOLDER.resolve("classes" + Integer.toHexString(classes.hashCode()) + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.skip(1).toList()) {
                boolean folder = Files.isDirectory(file);
                out.putNextEntry(new JarEntry(classes.relativize(file) + (folder ? "/" : "")));
                if (!folder) Files.copy(file, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }

    private Packaged() {}
}
