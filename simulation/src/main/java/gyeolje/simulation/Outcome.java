package gyeolje.simulation;

import java.util.List;
import java.util.Optional;

/**
 * How the world of one seed went.
 *
 * @param hash of everything that happened
 * @param micros how long it lasted, in its own time
 * @param payments how many intents to pay became durable
 * @param approvals how often money was taken
 * @param foundPaid how often a pay that had heard "unknown" turned out to be paid when it asked again
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
        long foundPaid,
        Settling.Tally settling,
        long undecided,
        Optional<Violation> violation,
        List<Integer> happened,
        List<String> lines) {}
