package gyeolje.bench.load;

import java.nio.ByteBuffer;
import java.util.Optional;

/** What a generator is to send: one request after the other, and somebody to hear the answers. On one thread. */
public interface Work {
    /** What a request asks for. */
    enum Kind {
        ORDER,
        PAY,
        CANCEL
    }

    /**
     * A request under way.
     *
     * @param merchant whose it is, by its place among the merchants
     * @param transaction what it is about; empty for an order
     */
    record Step(Kind kind, int merchant, String transaction) {}

    /** Writes the next request; empty when there is nothing left to do. */
    Optional<Step> next(ByteBuffer out);

    void answered(Step step, Answer answer);
}
