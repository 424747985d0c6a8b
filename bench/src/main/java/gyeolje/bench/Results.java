package gyeolje.bench;

import gyeolje.bench.load.Work.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that a run measured. */
record Results(Circumstances circumstances, List<Measurement> measurements, List<Overload> overloads) {
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

    /** What waiting for the gateway added for whoever asked, in milliseconds; the acquirer's own time is taken off. */
    record Added(String words, double p50, double p99) {}

    Optional<Measurement> named(String name) {
        return measurements.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    List<Ratio> ratios() {
        var ratios = new ArrayList<Ratio>();
        add(ratios, "orders, of the HTTP ceiling", Names.ORDERS, Names.HTTP);
        add(ratios, "orders, of the store ceiling", Names.ORDERS, Names.STORE_ORDERS);
        add(ratios, "orders, of those without a store", Names.ORDERS, Names.STORELESS_ORDERS);
        add(ratios, "orders without a store, of the HTTP ceiling", Names.STORELESS_ORDERS, Names.HTTP);
        add(ratios, "orders, of the naive peer", Names.ORDERS, Names.NAIVE_ORDERS);
        add(ratios, "payments, of the store ceiling", Names.PAYMENTS, Names.STORE_PAYMENTS);
        add(ratios, "payments, of those without a store", Names.PAYMENTS, Names.STORELESS_PAYMENTS);
        add(ratios, "payments, of the naive peer", Names.PAYMENTS, Names.NAIVE_PAYMENTS);
        add(ratios, "orders, one merchant of many", Names.ORDERS_OF_ONE, Names.ORDERS);
        add(ratios, "orders with limits, of those without", Names.ORDERS_LIMITED, Names.ORDERS);
        add(ratios, "payments, one merchant of many", Names.PAYMENTS_OF_ONE, Names.PAYMENTS);
        add(ratios, "payments with limits, of those without", Names.PAYMENTS_LIMITED, Names.PAYMENTS);
        add(ratios, "payments with limits, one merchant of many", Names.PAYMENTS_OF_ONE_LIMITED, Names.PAYMENTS);
        for (var empty : measurements) addStored(ratios, empty);
        return ratios;
    }

    private void addStored(List<Ratio> ratios, Measurement empty) {
        if (!empty.name().endsWith(Names.EMPTY)) return;
        var what = empty.name().substring(0, empty.name().length() - Names.EMPTY.length());
        for (var full : measurements)
            if (full.name().startsWith(what + ", ") && full.name().endsWith(Names.STORED))
                add(ratios, full.name() + ", of an empty store", full.name(), empty.name());
    }

    List<Added> added() {
        var added = new ArrayList<Added>();
        add(added, "idle, order", Names.SINGLE_ORDER, Kind.ORDER, 0);
        add(added, "idle, pay", Names.SINGLE_PAY, Kind.PAY, 0);
        add(added, "half of the orders' capacity, order", Names.share(Names.ORDERS_AT, 0.5), Kind.ORDER, 0);
        add(added, "half of the payments' capacity, order", Names.share(Names.PAYMENTS_AT, 0.5), Kind.ORDER, 0);
        add(added, "half of the payments' capacity, pay", Names.share(Names.PAYMENTS_AT, 0.5), Kind.PAY, 0);
        add(added, "the same without a store, pay", Names.STORELESS_HALF, Kind.PAY, 0);
        for (var it : measurements)
            if (it.name().contains(Names.CROWD)) add(added, it.name(), it.name(), Kind.PAY, Crowd.ACQUIRER_MILLIS);
        return added;
    }

    private void add(List<Added> added, String words, String name, Kind kind, double acquirerMillis) {
        named(name)
                .flatMap(it -> it.latency(kind))
                .ifPresent(it -> added.add(new Added(words, it.p50() - acquirerMillis, it.p99() - acquirerMillis)));
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
