package gyeolje.sandbox.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of one order number: how often an approval was asked for, and the approval it has. */
final class OrderCalls {
    private int approveCalls;
    private @Nullable Approval latest;

    synchronized void countApproveCall() {
        approveCalls++;
    }

    synchronized int approveCalls() {
        return approveCalls;
    }

    synchronized void approved(Approval approval) {
        latest = approval;
    }

    synchronized Optional<Approval> latest() {
        return Optional.ofNullable(latest);
    }
}
