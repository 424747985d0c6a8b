package gyeolje.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that a run measured. */
record Results(Circumstances circumstances, List<Measurement> measurements) {
    /** Where and how it was measured. */
    record Circumstances(
            String date,
            String java,
            String system,
            int cores,
            long memoryGibibytes,
            String store,
            int connections,
            double seconds,
            int merchants) {}

    /** One figure in relation to another of the same run. */
    record Ratio(String words, double value) {}

    Optional<Measurement> named(String name) {
        return measurements.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    List<Ratio> ratios() {
        var ratios = new ArrayList<Ratio>();
        add(ratios, "orders, of the HTTP ceiling", Names.ORDERS, Names.HTTP);
        add(ratios, "orders, of the store ceiling", Names.ORDERS, Names.STORE_ORDERS);
        add(ratios, "orders, of the naive peer", Names.ORDERS, Names.NAIVE_ORDERS);
        add(ratios, "payments, of the store ceiling", Names.PAYMENTS, Names.STORE_PAYMENTS);
        add(ratios, "payments, of the naive peer", Names.PAYMENTS, Names.NAIVE_PAYMENTS);
        add(ratios, "orders, one merchant of many", Names.ORDERS_OF_ONE, Names.ORDERS);
        add(ratios, "orders with limits, of those without", Names.ORDERS_LIMITED, Names.ORDERS);
        add(ratios, "payments, one merchant of many", Names.PAYMENTS_OF_ONE, Names.PAYMENTS);
        add(ratios, "payments with limits, of those without", Names.PAYMENTS_LIMITED, Names.PAYMENTS);
        add(ratios, "payments with limits, one merchant of many", Names.PAYMENTS_OF_ONE_LIMITED, Names.PAYMENTS);
        return ratios;
    }

    private void add(List<Ratio> ratios, String words, String one, String other) {
        var above = named(one);
        var below = named(other);
        if (above.isPresent() && below.isPresent() && below.get().perSecond() > 0)
            ratios.add(new Ratio(words, above.get().perSecond() / below.get().perSecond()));
    }

    long refusals() {
        return measurements.stream().mapToLong(Measurement::refusals).sum();
    }
}
