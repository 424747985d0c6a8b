package gyeolje.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The dice of one world. What may go wrong, and what people may do that they need not, is drawn here and numbered, so that a
 * failing world can be played again with some of it left out.
 */
final class Chance {
    private final SplittableRandom random;
    private final BitSet leftOut;
    private final List<Integer> happened = new ArrayList<>();
    private int drawn;
    private boolean calm;

    Chance(long seed, BitSet leftOut) {
        this.random = new SplittableRandom(seed);
        this.leftOut = leftOut;
    }

    /** From the one to the other, both included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean odds(double probability) {
        return random.nextDouble() < probability;
    }

    /** Mostly short, sometimes long: the way networks and disks take their time. */
    long heavy(long least, long most) {
        double spread = Math.pow((double) most / least, Math.pow(random.nextDouble(), 3));
        return (long) (least * spread);
    }

    /** Whether it happens this time. */
    boolean happens(double rate) {
        if (calm || rate <= 0) return false;
        boolean hit = random.nextDouble() < rate;
        if (!hit) return false;
        int number = drawn++;
        if (leftOut.get(number)) return false;
        happened.add(number);
        return true;
    }

    /** From now on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
    }

    List<Integer> happened() {
        return happened;
    }
}
