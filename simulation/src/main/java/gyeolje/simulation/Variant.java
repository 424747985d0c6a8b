package gyeolje.simulation;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.PaymentStore;
import gyeolje.gateway.flow.Patience;
import java.util.function.UnaryOperator;

/** What stands between a node's flows and its ports: nothing, or a mistake of design that the judges must notice. */
record Variant(
        String name,
        UnaryOperator<PaymentStore> store,
        UnaryOperator<Acquirer> acquirer,
        UnaryOperator<Patience> patience) {
    static final Variant PRODUCT =
            new Variant("product", UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Variant ofStore(String name, UnaryOperator<PaymentStore> store) {
        return new Variant(name, store, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Variant ofAcquirer(String name, UnaryOperator<Acquirer> acquirer) {
        return new Variant(name, UnaryOperator.identity(), acquirer, UnaryOperator.identity());
    }

    static Variant ofPatience(String name, UnaryOperator<Patience> patience) {
        return new Variant(name, UnaryOperator.identity(), UnaryOperator.identity(), patience);
    }
}
