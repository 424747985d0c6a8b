package gyeolje.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All targets in one, for a short run: the first byte says which. A JVM for each would mostly start. */
public final class EveryTargetFuzz {
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        if (input.length == 0) return;
        var target = Target.ALL.get((input[0] & 0xFF) % Target.ALL.size());
        var rest = new byte[input.length - 1];
        System.arraycopy(input, 1, rest, 0, rest.length);
        target.input().feed(rest);
    }

    /** How many there are. */
    static int unpackSeeds(Path folder) throws IOException {
        Files.createDirectories(folder);
        int number = 0;
        for (int target = 0; target < Target.ALL.size(); target++) {
            for (var input : Corpus.of(Target.ALL.get(target))) {
                var seed = new byte[input.length + 1];
                seed[0] = (byte) target;
                System.arraycopy(input, 0, seed, 1, input.length);
                Files.write(folder.resolve("seed-" + number++), seed);
            }
        }
        return number;
    }

    private EveryTargetFuzz() {}
}
