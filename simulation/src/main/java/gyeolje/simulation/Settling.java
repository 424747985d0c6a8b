package gyeolje.simulation;

import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.VoidDelayed;
import gyeolje.core.payment.Payment;
import gyeolje.simulation.Book.Entry;
import gyeolje.simulation.Book.Move;
import gyeolje.simulation.Ledger.Trade;
import java.util.HashMap;
import java.util.Map;

/**
 * How long doubts last while nothing is in their way: from the moment when the acquirer was asked, its approval could be seen and the
 * last thing that went wrong in this world was over, whichever came last. Where the acquirer never hears a cancel, what counts is how
 * soon a person could know.
 */
final class Settling {
    /** An approval whose money is out is undone, and a stuck payment raised, within this time, hardly ever later. */
    private static final long SOON = Setting.MINUTE;
    /** No doubt lasts longer than this; one about money that never moved, longer than its guard time and this. */
    private static final long MOST = 10 * Setting.MINUTE;

    /**
     * The doubts of one world, or of many.
     *
     * @param undone approvals and cancels in doubt that were settled where money was out
     * @param undoneSoon how many of these within a minute
     * @param raised payments that became stuck because the acquirer cannot be asked by order number
     * @param raisedSoon how many of these within a minute
     * @param overdue cancels and voids that the acquirer never heard, raised while they were tried again
     * @param overdueSoon how many of these within a minute
     * @param nothing doubts that ended with nothing to undo, which takes the guard time
     */
    record Tally(
            long undone, long undoneSoon, long raised, long raisedSoon, long overdue, long overdueSoon, long nothing) {
        static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

        Tally plus(Tally other) {
            return new Tally(
                    undone + other.undone,
                    undoneSoon + other.undoneSoon,
                    raised + other.raised,
                    raisedSoon + other.raisedSoon,
                    overdue + other.overdue,
                    overdueSoon + other.overdueSoon,
                    nothing + other.nothing);
        }
    }

    private static final class Doubt {
        private final long since;
        private boolean certain;
        /** Whether the journal says why it takes long. */
        private boolean explained;

        private long overdueFrom = Long.MAX_VALUE;
        /** When an alarm looked and could see it. */
        private long raisedAt = Long.MAX_VALUE;

        private Doubt(long since, boolean certain) {
            this.since = since;
            this.certain = certain;
        }
    }

    private final World world;
    private final Map<String, Doubt> open = new HashMap<>();
    private Tally tally = Tally.NONE;

    Settling(World world) {
        this.world = world;
    }

    Tally tally() {
        return tally;
    }

    void moved(Move move, Event event) {
        moved(move);
        var doubt = open.get(move.entry().transaction);
        if (doubt == null) return;
        doubt.explained |= event instanceof VoidDelayed || event instanceof CancelInDoubt;
        doubt.overdueFrom = move.entry().stored().payment() instanceof Payment.Open it
                ? it.overdueFrom().map(World::micros).orElse(Long.MAX_VALUE)
                : Long.MAX_VALUE;
    }

    /** An alarm counts what is overdue. */
    void lookedAt() {
        for (var doubt : open.values())
            if (doubt.overdueFrom <= now()) doubt.raisedAt = Math.min(doubt.raisedAt, now());
    }

    /** When an alarm would next see something new. */
    long earliestAlarm() {
        long earliest = Long.MAX_VALUE;
        for (var doubt : open.values())
            if (doubt.raisedAt == Long.MAX_VALUE) earliest = Math.min(earliest, doubt.overdueFrom);
        return earliest;
    }

    private void moved(Move move) {
        var entry = move.entry();
        switch (move.to()) {
            case "PAYING" -> open.put(entry.transaction, new Doubt(now(), false));
            case "VOIDING" -> voiding(move);
            case "CANCELLING" -> cancelling(move);
            case "STUCK" -> ended(entry, true);
            default -> ended(entry, false);
        }
    }

    private void voiding(Move move) {
        if (!move.from().equals("PAYING") && !move.from().equals("VOIDING"))
            open.put(move.entry().transaction, new Doubt(now(), true));
        else doubted(move.entry());
    }

    private void cancelling(Move move) {
        if (move.from().equals("PAID")) open.put(move.entry().transaction, new Doubt(now(), false));
        else doubted(move.entry());
    }

    private void doubted(Entry entry) {
        var doubt = open.get(entry.transaction);
        if (doubt != null) doubt.certain = true;
    }

    private void ended(Entry entry, boolean stuck) {
        var doubt = open.remove(entry.transaction);
        if (doubt == null || !doubt.certain || world.isTroubledForGood()) return;
        long since = Math.max(doubt.since, world.troubledUntil());
        var trades = world.ledger().of(entry.transaction);
        if (world.setting().deafToCancels()) {
            if (!stuck && !trades.isEmpty()) overdue(entry, doubt, Math.max(since, seen(trades.getFirst())));
        } else if (stuck) raised(entry, now() - since);
        else if (trades.isEmpty()) nothing(entry, now() - since);
        else undone(entry, now() - Math.max(since, seen(trades.getFirst())));
    }

    private static long seen(Trade trade) {
        return Math.max(trade.approvedAt, trade.visibleFrom());
    }

    /** Where it can be asked by order number, being stuck is a matter of days of refusals, not of a minute. */
    private void raised(Entry entry, long took) {
        if (world.setting().answersByOrder()) return;
        boolean soon = took <= SOON;
        within(entry, took, MOST);
        tally = tally.plus(new Tally(0, 0, 1, soon ? 1 : 0, 0, 0, 0));
    }

    /** Whatever lasted longer than a minute must have been seen by an alarm, and be explained. */
    private void overdue(Entry entry, Doubt doubt, long since) {
        if (now() - since <= SOON) return;
        world.court()
                .require(doubt.explained, "I9", entry.transaction + " was overdue, and its journal does not say why");
        within(entry, doubt.raisedAt - since, MOST);
        tally = tally.plus(new Tally(0, 0, 0, 0, 1, doubt.raisedAt - since <= SOON ? 1 : 0, 0));
    }

    private void nothing(Entry entry, long took) {
        within(entry, took, world.setting().patience().guard().toNanos() / 1000 + MOST);
        tally = tally.plus(new Tally(0, 0, 0, 0, 0, 0, 1));
    }

    private void undone(Entry entry, long took) {
        within(entry, took, MOST);
        tally = tally.plus(new Tally(1, took <= SOON ? 1 : 0, 0, 0, 0, 0, 0));
    }

    private void within(Entry entry, long took, long most) {
        world.court()
                .require(
                        took <= most,
                        "I9",
                        entry.transaction + " was in doubt for " + took / Setting.SECOND
                                + " s, with nobody told, although nothing was in the way");
    }

    private long now() {
        return world.baton().now();
    }
}
