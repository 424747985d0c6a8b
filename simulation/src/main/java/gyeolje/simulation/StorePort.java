package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.TransactionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The way from one host to the store. Each call takes its time, before and after the store does its part, and may fail: refused
 * before it began, or with a commit that failed and was applied, or failed and was not. A host that dies on the way may have
 * written or not.
 */
final class StorePort implements PaymentStore {
    private final World world;
    private final Host host;
    private final PaymentStore store;

    StorePort(World world, Host host, PaymentStore store) {
        this.world = world;
        this.host = host;
        this.store = store;
    }

    private <T> T read(String what, Supplier<T> question) {
        return call(what, question, false);
    }

    private <T> T write(String what, Supplier<T> change) {
        return call(what, change, true);
    }

    private <T> T call(String what, Supplier<T> work, boolean writes) {
        world.hostMayFail(host);
        var chance = world.chance();
        var faults = world.setting().store();
        if (chance.happens(faults.outage())) world.storeIsAway();
        long there = latency();
        long back = latency();
        boolean refused = chance.happens(faults.refused());
        boolean lost = writes && !refused && chance.happens(faults.lostUnknown());
        boolean appliedUnknown = writes && !refused && !lost && chance.happens(faults.appliedUnknown());
        var carrier = chance.odds(0.3) ? world.outside() : host;
        return world.baton()
                .await(
                        host,
                        reply -> world.baton().in(there, carrier, () -> {
                            if (refused || world.isStoreAway()) {
                                note(what, "refused");
                                reply(reply, back, () -> {
                                    throw StoreException.refused("refused", fault());
                                });
                            } else if (lost || appliedUnknown) {
                                if (appliedUnknown) done(what, work);
                                note(what, lost ? "failed, not applied" : "applied, reported as failed");
                                reply(reply, back, () -> {
                                    throw StoreException.unknown("unknown", fault());
                                });
                            } else reply(reply, back, done(what, work));
                        }));
    }

    /** What the store did, to be handed to the thread that waits, be it a result or a fault. */
    private <T> Supplier<T> done(String what, Supplier<T> work) {
        try {
            var result = work.get();
            note(what, result instanceof Due due ? due.all().size() + " due" : kind(result));
            return () -> result;
        } catch (RuntimeException e) {
            note(what, "threw " + e.getClass().getSimpleName());
            return () -> {
                throw e;
            };
        }
    }

    private static String kind(Object result) {
        return result instanceof Optional<?> found
                ? (found.isPresent() ? "found" : "nothing")
                : result.getClass().getSimpleName();
    }

    private <T> void reply(Reply<T> reply, long back, Supplier<T> with) {
        world.baton().in(back, host, () -> reply.answer(with));
    }

    private static Exception fault() {
        return new IOException("a simulated fault");
    }

    private long latency() {
        var chance = world.chance();
        return chance.happens(world.setting().store().slow())
                ? chance.heavy(Setting.SECOND / 10, 30 * Setting.SECOND)
                : chance.heavy(100, 20_000);
    }

    private void note(String what, String outcome) {
        world.trace().note(world.baton().now(), host.name, "store", what, outcome);
    }

    @Override
    public Optional<Stored> find(MerchantId merchant, TransactionId id) {
        return read("find", () -> store.find(merchant, id));
    }

    @Override
    public Placing preview(MerchantId merchant, OrderNumber number, Fingerprint fingerprint) {
        return read("preview", () -> store.preview(merchant, number, fingerprint));
    }

    @Override
    public Placing place(Ordered ordered, Limits limits, LocalDate day) {
        return write(
                "place " + ordered.order().transaction().text() + " for "
                        + ordered.order().number().text(),
                () -> store.place(ordered, limits, day));
    }

    @Override
    public Limits.Taken taken(MerchantId merchant, LocalDate day) {
        return read("taken", () -> store.taken(merchant, day));
    }

    @Override
    public Claiming claim(MerchantId merchant, TransactionId id, PayRequested event, Limits limits) {
        return write("claim " + id.text(), () -> store.claim(merchant, id, event, limits));
    }

    @Override
    public Advancing advance(Stored seen, Event event, Payment next) {
        var what = "advance " + next.order().transaction().text() + " to " + Payment.stateOf(next) + " by "
                + event.getClass().getSimpleName();
        return write(what, () -> store.advance(seen, event, next));
    }

    @Override
    public Due takeDue(Instant now, Duration lease, int young, int overdue) {
        return write("take due", () -> store.takeDue(now, lease, young, overdue));
    }

    @Override
    public void postpone(Stored seen, Instant until) {
        write("postpone " + seen.payment().order().transaction().text(), () -> {
            store.postpone(seen, until);
            return seen;
        });
    }

    @Override
    public Doubts doubts() {
        return read("doubts", store::doubts);
    }
}
