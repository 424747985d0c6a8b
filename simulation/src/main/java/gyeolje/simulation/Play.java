package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.NoApprovalFound;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.Verdict.Next;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import gyeolje.simulation.Book.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The course of one world: trouble, repair, rest, the operator's import, the last questions, judgement. */
final class Play {
    private static final long MOST_STEPS = 3_000_000;
    /** After everything works again a doubt may last this long beyond its guard time, which each of two nodes may have to wait for. */
    private static final long RESOLVED_WITHIN = 10 * Setting.MINUTE;

    private final long seed;
    private final World world;
    private final List<Shop> shops;
    private final List<Purchase> purchases = new ArrayList<>();
    private int busy;

    private Play(long seed, World world) {
        this.seed = seed;
        this.world = world;
        var limits = world.setting().limited()
                ? new Limits(Limits.NONE, Limits.NONE, world.chance().between(1_000, 8_000))
                : Limits.UNLIMITED;
        this.shops = List.of(Shop.of("m1", limits), Shop.of("m2", Limits.UNLIMITED));
    }

    static Outcome of(long seed, BitSet leftOut, Variant variant, PaymentStore store, boolean written) {
        return new Play(seed, new World(seed, leftOut, variant, store, written)).run();
    }

    private Outcome run() {
        world.nodes().forEach(world::start);
        var client = new Client(world, new AnswerJudge(world)::heard);
        for (int i = 0; i < world.setting().orders(); i++) {
            var shop = shops.get(i % 2);
            var purchase = new Purchase(world, client, this::join, shop, shops.get((i + 1) % 2), "ORDER-" + i / 2);
            purchases.add(purchase);
            join(purchase);
        }
        until(() -> busy == 0, Long.MAX_VALUE);
        world.heal();
        settle();
        world.judges().conserved(shops.stream().map(Shop::name).toList());
        limitsAreGivenBack();
        askAgain();
        settle();
        long undecided = judgeHistory();
        world.end();
        return outcome(undecided);
    }

    /** Whatever can be settled is; the operator's import does the rest. */
    private void settle() {
        rest();
        if (!world.setting().deafToCancels()) world.judges().atRest(false);
        if (!world.somebodyDied()) world.judges().nothingIsStuckThatWasNeverSent();
        importTrades();
        rest();
        if (world.setting().deafToCancels()) importTheNextDaysTrades();
        world.judges().atRest(true);
    }

    private void join(Runnable person) {
        busy++;
        world.baton().start(world.outside(), () -> {
            person.run();
            busy--;
        });
    }

    private void until(java.util.function.BooleanSupplier done, long latest) {
        var baton = world.baton();
        baton.runReady();
        while (!done.getAsBoolean() && !isJudged()) {
            if (!baton.step() || baton.now() > latest) return;
            if (baton.steps() > MOST_STEPS) world.court().blame("I10", "more than " + MOST_STEPS + " steps");
        }
    }

    /** Until nothing is left to happen; within the time in which every doubt must end. */
    private void rest() {
        var setting = world.setting();
        long within = 2 * setting.patience().guard().toNanos() / 1000 + setting.clockJump() + RESOLVED_WITHIN;
        long latest = world.baton().now() + Math.max(within, setting.latest() + RESOLVED_WITHIN);
        until(() -> false, latest);
    }

    private boolean isJudged() {
        return world.court().verdict().isPresent();
    }

    /** What the acquirer's trade list says about payments that nobody else could settle. */
    private void importTrades() {
        for (var entry : world.book().all()) {
            boolean unanswered = world.setting().deafToCancels() && Book.OPEN.contains(entry.state());
            if (unanswered) cancelInTheConsole(entry.transaction);
            if (!unanswered && !entry.state().equals("STUCK")) continue;
            var event = tradeListed(entry);
            if (Lifecycle.decide(entry.stored().payment(), event) instanceof Next(var next))
                world.store().advance(entry.stored(), event, next);
        }
    }

    /** What the first list showed to be approved has been asked back since, in vain. */
    private void importTheNextDaysTrades() {
        importTrades();
        rest();
    }

    /** What an operator does about a cancel that the acquirer does not answer. */
    private void cancelInTheConsole(String transaction) {
        world.ledger().live(transaction).ifPresent(trade -> {
            trade.cancel(world.baton().now());
            world.judges().gaveBack(trade);
        });
    }

    private Event tradeListed(Entry entry) {
        var trades = world.ledger().of(entry.transaction);
        if (entry.state().equals("CANCELLING"))
            return new AcquirerCancelled(world.seoul(trades.getFirst().cancelledAt()));
        if (trades.isEmpty()) return new NoApprovalFound(world.time());
        var trade = trades.getFirst();
        return trade.isLive()
                ? new ApprovalFound(new AcquirerTransactionId(trade.tno), new Won(trade.won))
                : new NetCancelled(world.seoul(trade.cancelledAt()));
    }

    private void limitsAreGivenBack() {
        for (var shop : shops) {
            var day = world.seoul(world.baton().now()).toLocalDate();
            long taken = world.store().taken(shop.caller().merchant().id(), day).guarantee();
            long held = world.ledger().liveWon(shop.name());
            world.court()
                    .require(
                            taken == held,
                            "conservation",
                            shop.name() + " has " + taken + " taken of its limits and " + held + " of live approvals");
        }
    }

    /** Every request that was made is made once more, now that nothing can go wrong: the last answers must fit as well. */
    private void askAgain() {
        for (var purchase : purchases) for (var question : List.copyOf(purchase.questions())) join(question::ask);
        until(() -> busy == 0, Long.MAX_VALUE);
    }

    private long judgeHistory() {
        long undecided = 0;
        if (isJudged()) return undecided;
        for (var order : world.history().byOrder().entrySet()) {
            switch (Linearizability.check(order.getValue())) {
                case EXPLAINED -> {}
                case UNDECIDED -> undecided++;
                case CONTRADICTORY ->
                    world.court()
                            .blame(
                                    "I4",
                                    "no order of events explains what was heard about " + order.getKey() + ": "
                                            + order.getValue());
            }
        }
        return undecided;
    }

    private Outcome outcome(long undecided) {
        var trace = world.trace();
        return new Outcome(
                seed,
                trace.hash(),
                world.baton().steps(),
                world.baton().now(),
                world.book().attempts(),
                world.ledger().all().size(),
                world.history().answers(),
                world.history().foundPaidAfterUnknown(),
                world.settling().tally(),
                undecided,
                world.court().verdict(),
                world.chance().happened(),
                trace.lines());
    }
}
