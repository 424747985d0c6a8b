package gyeolje.bench.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.bench.profile.Samples.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SamplesTest {
    private final Samples samples = samples();

    private static Samples samples() {
        var samples = new Samples();
        for (int i = 0; i < 3; i++)
            samples.add(List.of("java.lang.Thread.run", "gyeolje.store.Writer.run", "org.sqlite.core.NativeDB.step"));
        samples.add(List.of("java.lang.Thread.run", "gyeolje.store.Writer.run", "java.util.HashMap.put"));
        return samples;
    }

    @Test
    void aSampleBelongsToTheInnermostPackageThatIsNotJavas() {
        assertEquals(List.of(new Share("org.sqlite.core", 0.75), new Share("gyeolje.store", 0.25)), samples.owners(9));
    }

    @Test
    void methodsOfOursCountWithAllThatTheyCall() {
        assertEquals(List.of(new Share("gyeolje.store.Writer.run", 1)), samples.ours(9));
        assertEquals(
                new Share("org.sqlite.core.NativeDB.step", 0.75),
                samples.methods(9).getFirst());
    }

    @Test
    void foldedLinesAndThePictureHoldEveryStack() {
        assertEquals("""
                java.lang.Thread.run;gyeolje.store.Writer.run;java.util.HashMap.put 1
                java.lang.Thread.run;gyeolje.store.Writer.run;org.sqlite.core.NativeDB.step 3
                """, samples.folded());
        assertTrue(FlameGraph.of("a & b", samples).contains("a &amp; b: 4 samples of CPU"));
        assertTrue(FlameGraph.of("", samples).contains("<title>org.sqlite.core.NativeDB.step 75.00 %</title>"));
    }

    /** Long enough to be sampled at all, whatever else the machine does. */
    @Test
    void aFlightOverThisThreadFindsIt(@TempDir Path folder) throws IOException {
        var recording = folder.resolve("flight.jfr");
        try (var flight = Flight.start()) {
            long spent = 0;
            for (long start = System.nanoTime(); System.nanoTime() - start < 700_000_000; )
                spent += Math.abs(spent) % 7 + 1;
            assertTrue(spent > 0);
            flight.land(recording);
        }
        assertTrue(Samples.read(recording).total() > 0);
    }
}
