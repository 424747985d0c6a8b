package gyeolje.proof.durability;

import gyeolje.proof.world.Until;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** strace on running processes: it writes down their system calls, and can let them fail or take long. */
final class Tracer implements AutoCloseable {
    private final Process strace;
    private final Path calls;

    private Tracer(Process strace, Path calls) {
        this.strace = strace;
        this.calls = calls;
    }

    /** Returns once all their threads are traced. */
    static Tracer on(List<Long> processes, Path folder, String... options) throws Exception {
        var calls = Files.createTempFile(folder, "calls", ".strace");
        var said = Files.createTempFile(folder, "strace", ".err");
        var command = new ArrayList<>(List.of("strace", "-f", "-yy", "-s", "400", "-o", calls.toString()));
        command.addAll(List.of(options));
        for (var process : processes) command.addAll(List.of("-p", process.toString()));
        var strace = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(said.toFile())
                .start();
        var tracer = new Tracer(strace, calls);
        Until.holds("strace is attached", () -> {
            if (!strace.isAlive()) throw new AssertionError(command + ": " + Files.readString(said));
            return Files.readString(said).split("attached", -1).length > processes.size();
        });
        return tracer;
    }

    /** Syncs of the process fail, and nothing is synced. */
    static Tracer failingSyncs(long process, Path folder) throws Exception {
        return on(List.of(process), folder, "--trace=fsync,fdatasync", "--inject=fsync,fdatasync:error=EIO");
    }

    /** There is no space for anything that the process writes at a place in a file. */
    static Tracer withoutSpace(long process, Path folder) throws Exception {
        return on(List.of(process), folder, "--trace=pwrite64", "--inject=pwrite64:error=ENOSPC");
    }

    /** Syncs of the process take so long. */
    static Tracer slowSyncs(long process, Path folder, int seconds) throws Exception {
        return on(
                List.of(process),
                folder,
                "--trace=fsync,fdatasync",
                "--inject=fsync,fdatasync:delay_enter=" + seconds + "s");
    }

    /** What was called, in the order in which it began; a call that others came between has a second line at its end. */
    List<String> end() throws IOException {
        detach();
        return Files.readAllLines(calls, StandardCharsets.ISO_8859_1);
    }

    /** The processes go on untraced. */
    @Override
    public void close() {
        detach();
    }

    private void detach() {
        try {
            strace.destroy();
            if (!strace.waitFor(30, TimeUnit.SECONDS)) strace.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
