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
    private final Runnable trouble;
    private final List<Integer> happened = new ArrayList<>();
    private int drawn;
    private boolean calm;

    /** @param trouble hears whenever something goes wrong */
    Chance(long seed, BitSet leftOut, Runnable trouble) {
        this.random = new SplittableRandom(seed);
        this.leftOut = leftOut;
        this.trouble = trouble;
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

    /** Whether it goes wrong this time. */
    boolean happens(double rate) {
        boolean wrong = likes(rate);
        if (wrong) trouble.run();
        return wrong;
    }

    /** Whether somebody feels like it this time. */
    boolean likes(double rate) {
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
