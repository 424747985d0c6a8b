package gyeolje.bench.load;

import gyeolje.core.request.Signatures;
import gyeolje.core.value.TransactionId;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whole payments: for every pay an order, and if wanted a cancel. The orders are new, the pays belong to earlier ones whose buyers
 * have authenticated meanwhile, so that no time goes into the buyers' part.
 */
public final class Payments implements Work {
    private final Sellers sellers;
    private final OrderBook book;
    private final Pays pays;
    private final boolean cancelling;
    private final Deque<Step> paid = new ArrayDeque<>();
    private boolean orderNext = true;

    public Payments(Sellers sellers, Pays pays, int prepared, boolean cancelling) {
        this.sellers = sellers;
        this.book = new OrderBook(sellers, prepared);
        this.pays = pays;
        this.cancelling = cancelling;
    }

    @Override
    public Optional<Step> next(ByteBuffer out) {
        var toCancel = Optional.ofNullable(paid.poll());
        if (toCancel.isPresent()) return Optional.of(cancel(toCancel.get(), out));
        boolean order = orderNext;
        orderNext = !orderNext;
        return order ? Optional.of(book.write(out)) : pays.next(out);
    }

    private Step cancel(Step payment, ByteBuffer out) {
        var merchant = sellers.get(payment.merchant());
        var signature = Signatures.cancel(merchant, new TransactionId(payment.transaction()), sellers.key());
        out.put(HttpText.post(
                merchant.text(),
                "cancel",
                "{\"transactionId\":\"" + payment.transaction() + "\",\"cancelReason\":\"고객 변심\",\"signature\":\""
                        + signature.text() + "\"}"));
        return new Step(Kind.CANCEL, payment.merchant(), payment.transaction());
    }

    @Override
    public void answered(Step step, Answer answer) {
        if (cancelling && step.kind() == Kind.PAY) paid.add(step);
    }
}
