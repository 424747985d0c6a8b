package gyeolje.proof.world;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The product as it is shipped: jars, and a cache of the classes that a start and its first requests load. Made once for all JVMs of
 * tests that run the same classes.
 */
final class Packaged {
    private static final Path FOLDER = folder();
    private static final String CLASS_PATH = alone(Packaged::classPath);
    private static final Path CACHE = FOLDER.resolve(Shop.sign(CLASS_PATH).substring(0, 16) + ".aot");

    /** The command that runs the gateway's command line. */
    static synchronized List<String> command(String... arguments) {
        if (!Files.exists(CACHE)) alone(Packaged::makeCache);
        return java("-XX:AOTCache=" + CACHE, arguments);
    }

    /** For a life of seconds: what is not called often is not worth being compiled. */
    private static List<String> java(String caching, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=3",
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                caching,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                CLASS_PATH,
                "gyeolje.gateway.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    @FunctionalInterface
    private interface Making<T> {
        T make() throws Exception;
    }

    /** While no other JVM does. */
    private static <T> T alone(Making<T> making) {
        try (var channel =
                        FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            if (!lock.isValid()) throw new AssertionError("no lock on " + FOLDER);
            return making.make();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway cannot be packaged", e);
        }
    }

    /** What a gateway's life loads: a start, a few shoppers, a stop. */
    private static Path makeCache() throws Exception {
        if (Files.exists(CACHE)) return CACHE;
        var home = Files.createTempDirectory(FOLDER, "first");
        var cache = home.resolve("cache");
        FirstLife.live(
                home,
                arguments -> java("-Xshare:auto", arguments),
                arguments -> java("-XX:AOTCacheOutput=" + cache, arguments));
        if (!Files.exists(cache)) throw new AssertionError(Files.readString(home.resolve("gateway.log")));
        return Files.move(cache, CACHE, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path folder() {
        try {
            var target = Path.of(System.getProperty("gyeolje.root", ".."), "proof", "target");
            return Files.createDirectories(target.toAbsolutePath().normalize().resolve("packaged"));
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

    /** Named by what is in it, since a cache is good for the very jars that it was made with. */
    private static Path jar(Path classes) {
        try {
            var bytes = zipped(classes);
            var jar = FOLDER.resolve(Shop.sign(HexFormat.of().formatHex(bytes)).substring(0, 16) + ".jar");
            return Files.exists(jar) ? jar : Files.write(jar, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(Path classes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new JarOutputStream(bytes);
                var files = Files.walk(classes)) {
            for (var file : files.skip(1).sorted().toList()) {
                boolean folder = Files.isDirectory(file);
                var entry = new JarEntry(classes.relativize(file) + (folder ? "/" : ""));
                entry.setTime(0);
                out.putNextEntry(entry);
                if (!folder) Files.copy(file, out);
            }
        }
        return bytes.toByteArray();
    }

    private Packaged() {}
}
