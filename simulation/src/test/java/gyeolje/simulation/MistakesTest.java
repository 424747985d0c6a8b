package gyeolje.simulation;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

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

    @Test
    void whatIsNoticedShrinksToLessTrouble() {
        var mistake = AcquirerMistakes.all().get(1);
        for (long seed = 1; seed < MOST_SEEDS; seed++) {
            var failed = Campaign.play(seed, new BitSet(), mistake, false);
            if (failed.violation().isEmpty() || failed.happened().size() < 10) continue;
            long unlucky = seed;
            var shrunk = Shrinker.shrink(failed, leftOut -> Campaign.play(unlucky, leftOut, mistake, true));
            assertTrue(shrunk.violation().isPresent());
            assertTrue(shrunk.happened().size() <= 5, shrunk.happened().toString());
            return;
        }
        fail("no seed failed with enough trouble in it");
    }

    private static void noticed(LongFunction<Outcome> play, String mistake) {
        boolean noticed = LongStream.rangeClosed(1, MOST_SEEDS)
                .anyMatch(seed -> play.apply(seed).violation().isPresent());
        assertTrue(noticed, "not noticed within " + MOST_SEEDS + " seeds: " + mistake);
    }
}
