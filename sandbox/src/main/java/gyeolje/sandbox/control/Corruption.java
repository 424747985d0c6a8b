package gyeolje.sandbox.control;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What can be wrong with an acquirer's trade list, made on purpose; the names are those under which a reconciliation finds it. */
enum Corruption {
    MISSING_AT_ACQUIRER {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of();
        }
    },
    MISSING_HERE {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(
                    line,
                    new TradeLine(
                            "99" + line.tno().substring(2), "STRANGER-1", line.type(), "500", line.time(), APPROVED));
        }
    },
    WRONG_AMOUNT {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line.over(Long.toString(Long.parseLong(line.amount()) + 1)));
        }
    },
    WRONG_DAY {
        @Override
        List<TradeLine> of(TradeLine line) {
            LocalDate day = LocalDate.parse(line.time().substring(0, 8), DAY).minusDays(1);
            return List.of(line.at(DAY.format(day) + line.time().substring(8)));
        }
    },
    DUPLICATE_NUMBER {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line, line);
        }
    },
    TWO_APPROVALS {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line, line.numbered("98" + line.tno().substring(2)));
        }
    },
    OTHER_NUMBER {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line.numbered("97" + line.tno().substring(2)));
        }
    },
    CANCELLED_THERE {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line.now(CANCELLED));
        }
    },
    NOT_CANCELLED_THERE {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line.now(APPROVED));
        }

        @Override
        boolean fits(TradeLine line) {
            return line.state().equals(CANCELLED);
        }
    },
    PARTLY_CANCELLED {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line.now("partly_cancelled"));
        }
    },
    UNREADABLE_LINE {
        @Override
        List<TradeLine> of(TradeLine line) {
            return List.of(line, line.numbered("").over("1,004원"));
        }
    };

    private static final String APPROVED = "approved";
    private static final String CANCELLED = "cancelled";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** What stands in the list instead of a line. */
    abstract List<TradeLine> of(TradeLine line);

    boolean fits(TradeLine line) {
        return line.state().equals(APPROVED);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Each corruption on a line of its own, the first that it fits. */
    static List<TradeLine> applied(List<TradeLine> lines, List<Corruption> wanted) throws Wrong {
        List<List<TradeLine>> changed = new ArrayList<>();
        for (TradeLine line : lines) {
            changed.add(List.of(line));
        }
        Set<Integer> used = new HashSet<>();
        for (Corruption corruption : wanted) {
            int at = firstFree(corruption, lines, used);
            used.add(at);
            changed.set(at, corruption.of(lines.get(at)));
        }
        return changed.stream().flatMap(List::stream).toList();
    }

    private static int firstFree(Corruption corruption, List<TradeLine> lines, Set<Integer> used) throws Wrong {
        for (int at = 0; at < lines.size(); at++) {
            if (!used.contains(at) && corruption.fits(lines.get(at))) {
                return at;
            }
        }
        throw new Wrong("the day has no trade left for " + corruption.word());
    }

    static List<Corruption> named(String list) throws Wrong {
        List<Corruption> named = new ArrayList<>();
        for (String word : list.isEmpty() ? new String[0] : list.split(",", -1)) {
            named.add(Arrays.stream(values())
                    .filter(it -> it.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Wrong("unknown corruption " + word + "; known: "
                            + String.join(
                                    ", ",
                                    Arrays.stream(values())
                                            .map(Corruption::word)
                                            .toList()))));
        }
        return named;
    }
}
