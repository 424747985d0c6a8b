package gyeolje.simulation;

import gyeolje.simulation.Ledger.Approving;
import gyeolje.simulation.Ledger.Trade;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The acquirer's own computer: it decides what happens to money, whatever the network then does to its answers. */
final class Bank {
    /** What it answers to a request to approve, if it answers. */
    sealed interface Approved {
        record Done(Trade trade) implements Approved {}

        record Declined(String code, String message) implements Approved {}

        record SeenBefore() implements Approved {}

        record ServerFault() implements Approved {}
    }

    /** What it answers to a request to cancel. */
    sealed interface Cancelled {
        record Done(Trade trade) implements Cancelled {}

        record NotEnoughMoney() implements Cancelled {}

        record NoSuchTrade() implements Cancelled {}

        record Refused() implements Cancelled {}
    }

    private final World world;
    private final Ledger ledger;
    private final Judges judges;
    private final Set<String> seen = new HashSet<>();

    Bank(World world, Ledger ledger, Judges judges) {
        this.world = world;
        this.ledger = ledger;
        this.judges = judges;
    }

    /** Answers at once, or when it gets to it, which may be long after the asker gave up. */
    void approve(Approving asked, String authentication, long mostDelay, Consumer<Approved> answer) {
        var chance = world.chance();
        var faults = world.setting().acquirer();
        if (!seen.add(authentication)) {
            answer.accept(new Approved.SeenBefore());
        } else if (chance.happens(faults.decline())) {
            note("declines", asked.transaction());
            answer.accept(new Approved.Declined("CC61", "한도 초과"));
        } else if (chance.happens(faults.serverFault())) {
            answer.accept(new Approved.ServerFault());
        } else if (mostDelay > Setting.SECOND && chance.happens(faults.late())) {
            long delay = chance.heavy(Setting.SECOND, mostDelay);
            note("will approve later", asked.transaction());
            world.baton().in(delay, world.outside(), () -> answer.accept(approved(asked)));
        } else answer.accept(approved(asked));
    }

    private Approved approved(Approving asked) {
        var chance = world.chance();
        boolean wrong = chance.happens(world.setting().acquirer().wrongAmount());
        var trade = ledger.approve(
                asked, wrong ? asked.won() + 1 : asked.won(), world.baton().now());
        if (chance.happens(world.setting().acquirer().inquiryLag()))
            trade.hideUntil(world.baton().now() + chance.heavy(Setting.SECOND, Setting.MINUTE));
        note("approves", asked.transaction(), trade.tno, Long.toString(trade.won));
        judges.approved(trade);
        return new Approved.Done(trade);
    }

    Cancelled cancel(String tno) {
        var chance = world.chance();
        var faults = world.setting().acquirer();
        var trade = ledger.trade(tno);
        if (trade.isEmpty()) return new Cancelled.NoSuchTrade();
        var known = trade.get();
        if (known.isLive() && chance.happens(faults.unknownTrade())) return new Cancelled.NoSuchTrade();
        if (known.isLive() && chance.happens(faults.cancelRefused()))
            return chance.odds(0.5) ? new Cancelled.NotEnoughMoney() : new Cancelled.Refused();
        if (known.isLive()) {
            known.cancel(world.baton().now());
            note("gives back", known.transaction, tno);
            judges.gaveBack(known);
        }
        return new Cancelled.Done(known);
    }

    java.util.Optional<Trade> look(String transaction) {
        return ledger.of(transaction).stream()
                .filter(trade -> trade.visibleFrom() <= world.baton().now())
                .findFirst();
    }

    private void note(String... what) {
        world.trace().note(world.baton().now(), "acquirer", what);
    }
}
