package gyeolje.bench.load;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders and nothing else, up to a number of them. */
public final class Orders implements Work {
    private final OrderBook book;
    private final List<Step> placed = new ArrayList<>();
    private final boolean remembers;
    private int left;

    private Orders(Sellers sellers, int prepared, boolean remembers, int most) {
        this.book = new OrderBook(sellers, prepared);
        this.remembers = remembers;
        this.left = most;
    }

    /** As many as are asked for; so many are signed in advance. */
    public static Orders endless(Sellers sellers, int prepared) {
        return new Orders(sellers, prepared, false, Integer.MAX_VALUE);
    }

    /** So many, to be paid later. */
    public static Orders toBePaid(Sellers sellers, int count) {
        return new Orders(sellers, count, true, count);
    }

    @Override
    public Optional<Step> next(ByteBuffer out) {
        return left-- > 0 ? Optional.of(book.write(out)) : Optional.empty();
    }

    @Override
    public void answered(Step step, Answer answer) {
        if (remembers) placed.add(new Step(Kind.PAY, step.merchant(), answer.transaction()));
    }

    /** The orders that can be paid now. */
    List<Step> placed() {
        return placed;
    }
}
