package gyeolje.simulation;

import java.util.List;
import java.util.Optional;

/**
 * How the world of one seed went.
 *
 * @param hash of everything that happened
 * @param micros how long it lasted, in its own time
 * @param approvals how often money was taken
 * @param undecided orders whose history was too wide to search
 * @param happened the numbers of what went wrong or was done in excess, for leaving out
 * @param lines the trace, when it was asked for
 */
record Outcome(
        long seed,
        long hash,
        long steps,
        long micros,
        long payments,
        long approvals,
        long answers,
        long undecided,
        Optional<Violation> violation,
        List<Integer> happened,
        List<String> lines) {}
