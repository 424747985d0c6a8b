package gyeolje.proof.network;

import gyeolje.proof.world.Fault;
import java.util.List;
import java.util.Locale;

/**
 * What a line does to one call, whether the call is answered in spite of it, and whether the acquirer acted. A call has
 * {@value #DEADLINE_SECONDS} seconds.
 */
record Scripts(Fault fault, Answered answered, Acted acted) {
    static final int DEADLINE_SECONDS = 2;

    private static final String TABLE = """
            up    reset               lost      no
            up    blackhole           lost      no
            up    slice       7       answered  yes
            up    drip        20      lost      no
            up    latency     300     answered  yes
            up    latency     3000    lost      either
            up    limit       60      lost      no
            up    limit       400     lost      no
            up    half_close          either    either
            up    refuse              lost      no
            down  reset               lost      yes
            down  blackhole           lost      yes
            down  slice       3       answered  yes
            down  drip        20      lost      yes
            down  latency     300     answered  yes
            down  latency     3000    lost      yes
            down  limit       9       lost      yes
            down  limit       150     lost      yes
            down  half_close          lost      yes
            """;

    enum Answered {
        ANSWERED,
        LOST,
        EITHER
    }

    enum Acted {
        YES,
        NO,
        EITHER
    }

    static List<Scripts> all() {
        return TABLE.lines().map(Scripts::row).toList();
    }

    private static Scripts row(String line) {
        var cells = List.of(line.strip().toUpperCase(Locale.ROOT).split(" +", -1));
        var size = cells.get(2).chars().allMatch(Character::isDigit) ? Integer.parseInt(cells.get(2)) : 0;
        var fault = Fault.of(Fault.Way.valueOf(cells.get(0)), Fault.Kind.valueOf(cells.get(1)), size);
        return new Scripts(fault, Answered.valueOf(cells.get(cells.size() - 2)), Acted.valueOf(cells.getLast()));
    }

    boolean mayAnswer(boolean isAnswer) {
        return answered == Answered.EITHER || isAnswer == (answered == Answered.ANSWERED);
    }

    boolean mayAct(boolean hasActed) {
        return acted == Acted.EITHER || hasActed == (acted == Acted.YES);
    }

    @Override
    public String toString() {
        return fault + ": " + answered + ", acted: " + acted;
    }
}
