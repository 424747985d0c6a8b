package gyeolje.store;

import gyeolje.store.Command.Move;
import gyeolje.store.Command.Place;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a decided batch leaves to be written. Claims are taken away before others are made. */
final class Changes {
    /**
     * A payment's last move in a batch.
     *
     * @param from the version that it has until then
     */
    record Moved(long from, Move move) {}

    final List<Place> placed = new ArrayList<>();
    final Map<PaymentKey, Moved> moved = new LinkedHashMap<>();
    final Map<PaymentKey, Long> delayed = new LinkedHashMap<>();
    final List<JournalRow> journal = new ArrayList<>();
    final List<OrderKey> released = new ArrayList<>();
    final Map<OrderKey, ClaimRow> claimed = new LinkedHashMap<>();
    final Map<LimitKey, Long> limits = new LinkedHashMap<>();

    /** How many rows of payments, journal and claims they touch. */
    int rows() {
        return placed.size() + moved.size() + delayed.size() + journal.size() + released.size() + claimed.size();
    }
}
