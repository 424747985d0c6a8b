package gyeolje.gateway.reconciliation;

import gyeolje.core.reconciliation.Discrepancy;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a reconciliation found, and what became of it.
 *
 * @param unkept how many more findings there are, of kinds that have very many
 */
public record Report(LocalDate day, int listed, long agreeing, long underWay, List<Finding> findings, long unkept) {
    public record Finding(Discrepancy what, Fate fate) {
        public boolean remains() {
            return fate != Fate.REPAIRED;
        }
    }

    /** What was done about a finding. */
    public enum Fate {
        OPEN("open"),
        REPAIRED("repaired"),
        REPAIRABLE("would be repaired without --dry-run"),
        OVERTAKEN("the gateway moved it meanwhile: reconcile again"),
        LIST_NOT_WHOLE("not closed, because other findings show that the list is not whole");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean isSettled() {
        return remaining() == 0;
    }

    long remaining() {
        return unkept + findings.stream().filter(Finding::remains).count();
    }

    Map<Discrepancy.Kind, Long> counts() {
        var counts = new EnumMap<Discrepancy.Kind, Long>(Discrepancy.Kind.class);
        for (var finding : findings) counts.merge(finding.what().kind(), 1L, Long::sum);
        return counts;
    }
}
