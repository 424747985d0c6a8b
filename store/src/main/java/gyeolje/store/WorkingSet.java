package gyeolje.store;

import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.value.TransactionId;
import gyeolje.store.Keys.LimitKey;
import gyeolje.store.Keys.OrderKey;
import gyeolje.store.Keys.PaymentKey;
import gyeolje.store.Keys.RequestKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What the database says to the needs of a batch, kept up to date while the batch is decided. */
final class WorkingSet {
    /** A payment as far as a condition asks for it. */
    record Head(long version, OptionalLong due) {}

    final Map<PaymentKey, Head> heads = new HashMap<>();
    /** The whole payment where its caller has not seen it, or not as it is. */
    final Map<PaymentKey, Stored> current = new HashMap<>();

    final Map<OrderKey, ClaimRow> claims = new HashMap<>();
    final Map<RequestKey, Stored> requests = new HashMap<>();
    final Set<TransactionId> usedIds = new HashSet<>();
    final Map<LimitKey, Long> limits = new HashMap<>();

    /** As somebody saw them; the write will show whether they still are. */
    void assume(Map<PaymentKey, Long> versions) {
        versions.forEach((key, version) -> heads.put(key, new Head(version, OptionalLong.empty())));
    }

    void read(PaymentKey key, PaymentRow row, PaymentCodec codec) {
        heads.put(key, new Head(row.state().version(), row.state().due()));
        current.put(key, codec.read(row));
    }
}
