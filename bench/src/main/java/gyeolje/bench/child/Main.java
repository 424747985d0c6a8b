package gyeolje.bench.child;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/**
 * A process of the benchmark: it says `ready` and its port, answers a line with a line, and ends with its parent, whose end closes
 * its standard input. Each part has a JVM of its own, because threads that serve a whole JVM, collector and compiler among them,
 * belong to no component in particular: only the time of a process can be told apart honestly.
 */
public final class Main {
    /** What else is said on standard output, as Java does when it fails, are last words and no answers. */
    public static final String READY = "ready ";

    public static final String ANSWER = "answer ";

    public static void main(String[] arguments) throws Exception {
        Usage.watch();
        try (var part = part(arguments)) {
            System.out.println(READY + part.port());
            serve(part);
        }
        System.exit(0);
    }

    private static Part part(String[] arguments) throws Exception {
        return switch (arguments[0]) {
            case "gateway" -> GatewayPart.start(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "storeless" -> GatewayPart.startWithoutStore(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            case "sandbox" -> new SandboxPart(Long.parseLong(arguments[1]));
            case "http" -> new HttpCeiling(Integer.parseInt(arguments[1]));
            case "store" -> StoreCeiling.open(arguments[1], Integer.parseInt(arguments[2]));
            case "naive" -> NaivePeer.open(arguments[1], Integer.parseInt(arguments[2]));
            default -> throw new IllegalArgumentException("no part is called " + arguments[0]);
        };
    }

    private static void serve(Part part) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        while (true) {
            var line = in.readLine();
            if (line == null || line.equals("stop")) return;
            System.out.println(ANSWER + answer(part, line));
        }
    }

    private static String answer(Part part, String line) {
        try {
            return line.equals("usage") ? Usage.now().line() : part.command(line);
        } catch (Exception e) {
            return "failed " + String.valueOf(e).replaceAll("\\s+", " ");
        }
    }

    private Main() {}
}
