package gyeolje.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.fuzz.Run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kept input keeps every promise, and so does what the fuzzer makes of them in a moment. */
final class FuzzTest {
    private static final Duration MOMENT = Duration.ofSeconds(15);

    static List<Target> targets() {
        return Target.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void kept_inputs_keep_every_promise(Target target) throws IOException {
        for (var input : Corpus.of(target))
            assertDoesNotThrow(() -> target.input().feed(input), () -> "with " + Corpus.written(input));
    }

    @Test
    void nothing_is_found_in_a_moment(@TempDir Path folder) throws IOException, InterruptedException {
        var run = new Run(EveryTargetFuzz.class, folder);
        int seeds = EveryTargetFuzz.unpackSeeds(run.inputs());
        var verdict = run.fuzz(Allowance.of(MOMENT), _ -> {});
        assertInstanceOf(Verdict.Clean.class, verdict, verdict::toString);
        assertTrue(verdict.effort().executions() > seeds, "it ran");
        assertTrue(verdict.effort().cpu().compareTo(MOMENT) >= 0, "for its time of a processor");
    }

    @Test
    void a_planted_mistake_is_found(@TempDir Path folder) throws IOException, InterruptedException {
        var verdict = new Run(PlantedFuzz.class, folder).fuzz(Allowance.of(Duration.ofSeconds(60)), _ -> {});
        var found = assertInstanceOf(Verdict.Found.class, verdict, verdict::toString);
        assertTrue(found.input().startsWith("won!"), found.input());
        assertTrue(found.why().stream().anyMatch(line -> line.contains("planted")), found.toString());
    }

    @Test
    void a_finding_counts_that_comes_after_the_end_was_asked_for(@TempDir Path folder)
            throws IOException, InterruptedException {
        var verdict = new Run(LateFuzz.class, folder).fuzz(Allowance.of(Duration.ofMillis(1)), _ -> {});
        var found = assertInstanceOf(Verdict.Found.class, verdict, verdict::toString);
        assertTrue(found.why().stream().anyMatch(line -> line.contains("exit gracefully")), found.toString());
    }

    @Test
    void a_corpus_is_written_and_read_without_loss() {
        var every = new byte[256];
        for (int i = 0; i < every.length; i++) every[i] = (byte) i;
        assertArrayEquals(every, Corpus.read(Corpus.written(every)));
        assertEquals("%EA%B2%B0 100%25", Corpus.written(Corpus.read("%EA%B2%B0 100%25")));
    }
}
