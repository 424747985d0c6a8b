package gyeolje.bench;

import gyeolje.bench.profile.FlameGraph;
import gyeolje.bench.profile.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Samples the gateway during a figure and tells where its CPU went. */
final class Profiling {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST = 15;

    private final Path folder;
    private final String name;
    private final ChildProcess gateway;

    private Profiling(Path folder, String name, ChildProcess gateway) {
        this.folder = folder;
        this.name = name;
        this.gateway = gateway;
    }

    static boolean isOf(String figure) {
        return figure.equals(Names.ORDERS) || figure.equals(Names.PAYMENTS);
    }

    static Profiling start(Path folder, String name, ChildProcess gateway) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        gateway.ask("profile", PATIENCE);
        return new Profiling(folder.toAbsolutePath(), name, gateway);
    }

    void end(PrintWriter out) throws IOException, InterruptedException {
        var recording = folder.resolve(name + ".jfr");
        gateway.ask("profiled " + recording, PATIENCE);
        var samples = Samples.read(recording);
        Files.writeString(folder.resolve(name + ".folded"), samples.folded());
        Files.writeString(folder.resolve(name + ".svg"), FlameGraph.of(name, samples));
        tell(out, samples);
    }

    private void tell(PrintWriter out, Samples samples) {
        out.printf(
                "%nthe gateway's CPU during %s, %,d samples; all of it in %s.svg%n",
                name, samples.total(), folder.resolve(name));
        tell(out, "for whom: the innermost package that is not Java's own", samples.owners(MOST));
        tell(out, "the innermost method", samples.methods(MOST));
        tell(out, "our methods with all that they call", samples.ours(2 * MOST));
        out.flush();
    }

    private static void tell(PrintWriter out, String title, List<Samples.Share> shares) {
        out.println("  " + title);
        for (var it : shares) out.println(String.format(Locale.ROOT, "    %5.1f %%  %s", it.share() * 100, it.name()));
    }
}
