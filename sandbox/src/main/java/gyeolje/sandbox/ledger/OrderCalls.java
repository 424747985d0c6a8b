package gyeolje.sandbox.ledger;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What is known of one order number: how often an approval was asked for, and the approval it has. */
final class OrderCalls {
    private final AtomicInteger approveCalls = new AtomicInteger();
    private final AtomicReference<@Nullable Approval> latest = new AtomicReference<>();

    void countApproveCall() {
        approveCalls.incrementAndGet();
    }

    int approveCalls() {
        return approveCalls.get();
    }

    void approved(Approval approval) {
        latest.set(approval);
    }

    Optional<Approval> latest() {
        return Optional.ofNullable(latest.get());
    }
}
