package gyeolje.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Leaves out of a failing world whatever it also fails without: halves first, then single faults, until nothing more can go. */
final class Shrinker {
    private static final int MOST_PLAYS = 400;

    private final Function<BitSet, Outcome> play;
    private final String promise;
    private int plays;

    private Shrinker(Function<BitSet, Outcome> play, String promise) {
        this.play = play;
        this.promise = promise;
    }

    /** The same violation with as little else as possible; what is left is in its trace. */
    static Outcome shrink(Outcome failed, Function<BitSet, Outcome> play) {
        var promise = failed.violation().orElseThrow().promise();
        return new Shrinker(play, promise).shrink(failed);
    }

    private Outcome shrink(Outcome failed) {
        var best = failed;
        var leftOut = new BitSet();
        for (int size = Math.max(1, failed.happened().size() / 2); size >= 1; size /= 2) {
            boolean smaller = true;
            while (smaller && plays < MOST_PLAYS) {
                smaller = false;
                for (var some : groups(best.happened(), size)) {
                    var candidate = (BitSet) leftOut.clone();
                    some.forEach(candidate::set);
                    var outcome = play(candidate);
                    if (!fails(outcome)) continue;
                    best = outcome;
                    leftOut = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return best;
    }

    private Outcome play(BitSet leftOut) {
        plays++;
        return play.apply(leftOut);
    }

    private boolean fails(Outcome outcome) {
        return outcome.violation()
                .filter(violation -> violation.promise().equals(promise))
                .isPresent();
    }

    private static List<List<Integer>> groups(List<Integer> numbers, int size) {
        var groups = new ArrayList<List<Integer>>();
        for (int from = 0; from < numbers.size(); from += size)
            groups.add(numbers.subList(from, Math.min(numbers.size(), from + size)));
        return groups;
    }
}
