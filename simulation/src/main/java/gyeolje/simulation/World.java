package gyeolje.simulation;

import gyeolje.core.payment.PaymentStore;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Everything there is for one seed: two gateways, a store, an acquirer, merchants with shoppers, and what goes wrong. */
final class World {
    private static final Instant BEGIN = Instant.parse("2026-11-24T14:30:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(SEOUL);

    private final Chance chance;
    private final Setting setting;
    private final Variant variant;
    private final Trace trace;
    private final Court court = new Court();
    private final Book book = new Book(court);
    private final Ledger ledger = new Ledger();
    private final History history = new History(court);
    private final Settling settling = new Settling(this);
    private final Judges judges = new Judges(court, book, ledger, history, settling);
    private final Bank bank = new Bank(this, ledger, judges);
    private final PaymentStore store;
    private final Host outside = new Host("outside");
    private final List<Node> nodes = List.of(new Node(this, "A"), new Node(this, "B"));
    private final Baton baton = new Baton(
            bug -> court.blame("no bug", "a thread of the gateway ended with " + bug), _ -> earliestUsefulLook());
    private final List<TransactionId> drawn = new ArrayList<>();
    private long claims;
    private long storeAwayUntil;
    private long acquirerAwayUntil;
    private long troubledUntil;
    private boolean clockWasSet;
    private boolean somebodyDied;

    World(long seed, BitSet leftOut, Variant variant, PaymentStore store, boolean written) {
        this.chance = new Chance(seed, leftOut, this::trouble);
        this.setting = Setting.of(chance);
        this.variant = variant;
        this.trace = new Trace(written);
        this.store = new WatchedStore(store, book, judges, settling);
    }

    Chance chance() {
        return chance;
    }

    Setting setting() {
        return setting;
    }

    Variant variant() {
        return variant;
    }

    Trace trace() {
        return trace;
    }

    Court court() {
        return court;
    }

    Book book() {
        return book;
    }

    Ledger ledger() {
        return ledger;
    }

    History history() {
        return history;
    }

    Judges judges() {
        return judges;
    }

    Bank bank() {
        return bank;
    }

    PaymentStore store() {
        return store;
    }

    Host outside() {
        return outside;
    }

    Baton baton() {
        return baton;
    }

    List<Node> nodes() {
        return nodes;
    }

    Instant time() {
        return BEGIN.plus(baton.now(), ChronoUnit.MICROS);
    }

    /** Since the world began. */
    static long micros(Instant time) {
        return ChronoUnit.MICROS.between(BEGIN, time);
    }

    Instant wall(Host host) {
        return time().plus(host.clockError(), ChronoUnit.MICROS);
    }

    LocalDateTime seoul(long micros) {
        return LocalDateTime.ofInstant(BEGIN.plus(micros, ChronoUnit.MICROS), SEOUL)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private long earliestUsefulLook() {
        long alarm = settling.earliestAlarm();
        var due = book.earliestDue();
        if (due.equals(Instant.MAX)) return alarm;
        long fastest = Long.MIN_VALUE;
        for (var node : nodes) fastest = Math.max(fastest, node.host().clockError());
        return Math.min(alarm, Math.max(0, micros(due) - fastest));
    }

    /** As unique as two careless nodes make it: now and then one draws what another has drawn. */
    TransactionId drawId() {
        if (!drawn.isEmpty() && chance.likes(0.02)) return drawn.get(chance.below(drawn.size()));
        var id = new TransactionId(SECOND.format(time()) + "KK" + "%04d".formatted(drawn.size()));
        drawn.add(id);
        return id;
    }

    long drawClaim() {
        return ++claims;
    }

    Settling settling() {
        return settling;
    }

    private void trouble() {
        troubledUntil(baton.now());
    }

    private void troubledUntil(long micros) {
        troubledUntil = Math.max(troubledUntil, micros);
    }

    /** When the last thing that went wrong so far was over. */
    long troubledUntil() {
        return troubledUntil;
    }

    /** A due time that a wrong clock wrote stays wrong. */
    boolean isTroubledForGood() {
        return clockWasSet;
    }

    boolean somebodyDied() {
        return somebodyDied;
    }

    boolean isStoreAway() {
        return baton.now() < storeAwayUntil;
    }

    void storeIsAway() {
        storeAwayUntil = baton.now() + chance.heavy(Setting.SECOND, 5 * Setting.MINUTE);
        troubledUntil(storeAwayUntil);
        note("store is away");
    }

    boolean isAcquirerAway() {
        return baton.now() < acquirerAwayUntil;
    }

    void acquirerIsAway() {
        acquirerAwayUntil = baton.now() + chance.heavy(Setting.SECOND, 30 * Setting.MINUTE);
        troubledUntil(acquirerAwayUntil);
        note("acquirer is away");
    }

    /** Called wherever a host is about to do something that others can see. */
    void hostMayFail(Host host) {
        var faults = setting.host();
        if (chance.happens(faults.crash())) baton.in(chance.heavy(1, Setting.SECOND), outside, () -> crash(host));
        if (chance.happens(faults.stop())) {
            long stop = chance.heavy(Setting.SECOND, 2 * Setting.MINUTE);
            baton.in(chance.heavy(1, Setting.SECOND), outside, () -> {
                note(
                        host.name,
                        "stops for",
                        Duration.of(stop, ChronoUnit.MICROS).toString());
                host.stopUntil(baton.now() + stop);
                troubledUntil(baton.now() + stop);
            });
        }
        if (chance.happens(faults.clockJump())) {
            clockWasSet = true;
            host.setClockError(chance.between(-setting.clockJump(), setting.clockJump()));
            note(host.name, "has its clock set", Long.toString(host.clockError() / Setting.SECOND), "s off");
        }
    }

    private void crash(Host host) {
        for (var node : nodes)
            if (node.host() == host && host.isAlive()) {
                note(host.name, "crashes");
                host.kill();
                somebodyDied = true;
                baton.in(chance.heavy(Setting.SECOND, 5 * Setting.MINUTE), outside, () -> start(node));
            }
    }

    void start(Node node) {
        if (node.host().isAlive() && node.flows().isPresent()) return;
        node.start();
        trouble();
        note(node.host().name, "starts");
    }

    /**
     * Whatever was wrong is repaired, and nothing goes wrong from now on. What a node that is stopped had before it waits for the end
     * of the stop.
     */
    void heal() {
        chance.calmDown();
        storeAwayUntil = 0;
        acquirerAwayUntil = 0;
        troubledUntil = baton.now();
        for (var node : nodes) {
            troubledUntil(node.host().stoppedUntil());
            node.host().wakeUp();
            node.host().setClockError(0);
            start(node);
        }
        note("everything works again");
    }

    void end() {
        for (var node : nodes) node.host().kill();
        outside.kill();
        baton.runReady();
    }

    private void note(String... what) {
        trace.note(baton.now(), "world", what);
    }
}
