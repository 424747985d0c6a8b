package gyeolje.simulation;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.SiteCode;

/** Passes everything on; a mistake overrides what it gets wrong. */
class PassingAcquirer implements Acquirer {
    final Acquirer acquirer;

    PassingAcquirer(Acquirer acquirer) {
        this.acquirer = acquirer;
    }

    @Override
    public SiteCode site() {
        return acquirer.site();
    }

    @Override
    public boolean answersByOrder() {
        return acquirer.answersByOrder();
    }

    @Override
    public Registering register(Order order) {
        return acquirer.register(order);
    }

    @Override
    public ApprovalOutcome approve(Order order, Authentication authentication) {
        return acquirer.approve(order, authentication);
    }

    @Override
    public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
        return acquirer.cancel(order, tno, reason);
    }

    @Override
    public Finding inquire(Order order, Trace trace) {
        return acquirer.inquire(order, trace);
    }
}
