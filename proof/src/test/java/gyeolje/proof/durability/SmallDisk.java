package gyeolje.proof.durability;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is small enough to be filled to the last byte. */
final class SmallDisk implements AutoCloseable {
    private static final String SIZE = "16m";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** By root alone. */
    static boolean mayBeMounted() {
        return System.getProperty("user.name").equals("root");
    }

    static SmallDisk mounted(Path folder) throws Exception {
        run("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "gyeolje-test", folder.toString());
        return new SmallDisk(folder);
    }

    /** Nothing more fits. */
    void fill() throws IOException {
        try (var filler = Files.newOutputStream(filler())) {
            for (int block = 1 << 16; block >= 1; block /= 2) fill(filler, new byte[block]);
        }
    }

    private static void fill(OutputStream filler, byte[] block) {
        try {
            while (true) filler.write(block);
        } catch (IOException e) {
            // no block of this size fits any more, which is what is wanted
            assert e.getMessage() != null;
        }
    }

    void makeRoom() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    /** Lazily: a process that is being killed may still be on it. */
    @Override
    public void close() {
        try {
            run("umount", "-l", folder.toString());
        } catch (Exception e) {
            throw new AssertionError("the small disk stays mounted", e);
        }
    }

    private static void run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new AssertionError(String.join(" ", command) + ": " + said);
    }
}
