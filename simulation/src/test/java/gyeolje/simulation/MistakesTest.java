package gyeolje.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The judges bite: each mistake of design is noticed within a bounded number of seeds, for a promise that is about money or answers. */
final class MistakesTest {
    private static final int MOST_SEEDS = 5_000;

    static Stream<Variant> mistakes() {
        return Stream.concat(AcquirerMistakes.all().stream(), StoreMistakes.all().stream());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeOfDesignIsNoticed(Variant mistake) {
        noticed(seed -> Play.of(seed, new BitSet(), mistake, new ModelStore(), false), mistake.name());
    }

    @Test
    void anOrderNumberThatCanBePaidTwiceIsNoticed() {
        noticed(
                seed -> Play.of(seed, new BitSet(), Variant.PRODUCT, StoreMistakes.withoutUniqueOrders(), false),
                "no unique order number");
    }

    /** Leaving one fault out changes what comes after it, so not every world shrinks equally well. */
    @Test
    void whatIsNoticedShrinksToLessTrouble() {
        var mistake = AcquirerMistakes.all().get(1);
        int before = 0;
        int after = 0;
        int worlds = 0;
        for (long seed = 1; seed < MOST_SEEDS && worlds < 4; seed++) {
            var failed = Campaign.play(seed, new BitSet(), mistake, false);
            if (failed.violation().isEmpty() || failed.happened().size() < 10) continue;
            long unlucky = seed;
            var shrunk = Shrinker.shrink(failed, leftOut -> Campaign.play(unlucky, leftOut, mistake, true));
            assertEquals(
                    failed.violation().orElseThrow().promise(),
                    shrunk.violation().orElseThrow().promise());
            before += failed.happened().size();
            after += shrunk.happened().size();
            worlds++;
        }
        assertEquals(4, worlds);
        assertTrue(after * 2 < before, "shrunk from " + before + " to " + after);
    }

    private static void noticed(LongFunction<Outcome> play, String mistake) {
        boolean noticed = LongStream.rangeClosed(1, MOST_SEEDS)
                .anyMatch(seed -> play.apply(seed).violation().isPresent());
        assertTrue(noticed, "not noticed within " + MOST_SEEDS + " seeds: " + mistake);
    }
}
