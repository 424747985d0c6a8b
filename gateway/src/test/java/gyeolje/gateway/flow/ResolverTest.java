package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRefused.Ground;
import gyeolje.core.payment.Payment;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How doubts end (merchant API, section 7, outcome unknown). */
final class ResolverTest {
    private static final Duration LONGEST = Duration.ofSeconds(48);
    private static final String NET_CANCEL = "cancel 26040112000001 of " + Stage.ID;

    private final Stage stage = new Stage();

    @Test
    void a_payment_whose_asker_is_lost_is_found_and_undone() {
        stage.store.put(new Payment.Paying(Stage.order(), Stage.attempt(), HandTime.NOON.plusSeconds(18)));
        stage.acquirer.inquiring =
                () -> new Finding.Approved(ScriptedAcquirer.TNO, Stage.order().amount());
        stage.step(Duration.ofSeconds(17));
        assertEquals("PAYING", stage.state());
        stage.step(Duration.ofSeconds(1));
        assertEquals("VOIDING", stage.state());
        stage.step(Duration.ofSeconds(1));
        assertEquals("VOIDED", stage.state());
        assertEquals(List.of("inquire " + Stage.ID, NET_CANCEL), stage.acquirer.heard());
    }

    @Test
    void not_found_is_final_only_after_the_guard_time() {
        stage.voiding(new Trace.Unknown());
        for (int minute = 0; minute < 14; minute++) {
            stage.step(Duration.ofMinutes(1));
            assertEquals("VOIDING", stage.state());
        }
        stage.step(Duration.ofSeconds(59));
        assertEquals("VOIDING", stage.state());
        stage.step(LONGEST);
        assertEquals("VOIDING", stage.state(), "it is known for the guard time from the first look on");
        stage.step(LONGEST);
        assertEquals("VOIDED", stage.state());
        assertTrue(stage.acquirer.heard().stream().allMatch(heard -> heard.startsWith("inquire")));
    }

    @Test
    void an_approval_that_shows_up_within_the_guard_time_is_undone() {
        stage.voiding(new Trace.Unknown());
        stage.step(Duration.ofMinutes(1));
        stage.acquirer.inquiring =
                () -> new Finding.Approved(ScriptedAcquirer.TNO, Stage.order().amount());
        stage.step(LONGEST);
        assertEquals("VOIDED", stage.state());
        assertTrue(stage.acquirer.heard().contains(NET_CANCEL));
    }

    @Test
    void an_approval_that_was_cancelled_already_needs_no_second_cancel() {
        stage.voiding(new Trace.Unknown());
        stage.acquirer.inquiring = () -> new Finding.Cancelled(ScriptedAcquirer.TNO, ScriptedAcquirer.CANCELLED_AT);
        stage.step(Duration.ZERO);
        assertEquals("VOIDED", stage.state());
        assertEquals(List.of("inquire " + Stage.ID), stage.acquirer.heard());
    }

    @Test
    void an_acquirer_that_cannot_be_asked_leaves_the_payment_stuck_and_never_paid() {
        stage.acquirer.byOrder = false;
        stage.voiding(new Trace.Unknown());
        stage.step(Duration.ZERO);
        assertEquals("STUCK", stage.state());
        assertEquals(List.of(), stage.acquirer.heard());
        assertEquals("9001", stage.pay().code());
        assertEquals(1, stage.store.doubts().stuck());
    }

    @Test
    void an_approval_whose_number_is_known_is_undone_without_asking() {
        stage.acquirer.byOrder = false;
        stage.voiding(new Trace.Known(ScriptedAcquirer.TNO));
        stage.step(Duration.ZERO);
        assertEquals("VOIDED", stage.state());
        assertEquals(List.of(NET_CANCEL), stage.acquirer.heard());
    }

    @Test
    void a_net_cancel_is_repeated_until_the_answer_is_definite() {
        stage.voiding(new Trace.Known(ScriptedAcquirer.TNO));
        stage.acquirer.cancelling = () -> new CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED);
        stage.step(Duration.ZERO);
        stage.acquirer.cancelling = () -> new CancelNotSent("no connection");
        stage.step(LONGEST);
        assertEquals("VOIDING", stage.state());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        stage.step(LONGEST);
        assertEquals("VOIDED", stage.state());
    }

    @Test
    void a_net_cancel_refused_for_a_day_needs_a_person() {
        stage.voiding(new Trace.Known(ScriptedAcquirer.TNO));
        stage.acquirer.cancelling = () -> new CancelRefused(Ground.OTHER, "8017", "기간 경과");
        stage.step(Duration.ofHours(24));
        assertEquals("VOIDING", stage.state());
        stage.step(LONGEST);
        assertEquals("STUCK", stage.state());
    }

    @Test
    void a_known_approval_that_the_acquirer_denies_after_the_guard_time_needs_a_person() {
        stage.voiding(new Trace.Known(ScriptedAcquirer.TNO));
        stage.acquirer.cancelling = () -> new CancelRefused(Ground.NO_SUCH_TRADE, "8132", "거래 없음");
        stage.step(Duration.ofMinutes(15));
        assertEquals("VOIDING", stage.state());
        stage.step(LONGEST);
        assertEquals("STUCK", stage.state());
    }

    @Test
    void a_cancel_in_doubt_is_repeated_until_it_is_definite() {
        stage.cancelling();
        stage.acquirer.cancelling = () -> new CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED);
        stage.step(Duration.ZERO);
        assertEquals("CANCELLING", stage.state());
        stage.acquirer.cancelling = () -> new CancelNotSent("no connection");
        stage.step(LONGEST);
        assertEquals("CANCELLING", stage.state());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        stage.step(LONGEST);
        assertEquals("CANCELLED", stage.state());
    }

    /** It is tried for ever, since a repeated cancel does no harm; but somebody is told within the minute. */
    @Test
    void a_cancel_that_is_never_answered_raises_the_alarm_within_a_minute_and_never_gives_up() {
        stage.cancelling();
        stage.acquirer.cancelling = () -> new CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED);
        var log = Listening.to(Resolver.class);
        for (int second = 0; second < 60; second++) stage.step(Duration.ofSeconds(1));
        assertEquals(1, stage.store.doubts().overdueCancels());
        assertTrue(log.heard("ERROR").stream()
                .anyMatch(line -> line.contains(Stage.ID.text()) && line.contains("gyeolje reconcile")));
        for (int hour = 0; hour < 48; hour++) stage.step(Duration.ofHours(1));
        assertEquals("CANCELLING", stage.state());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        stage.step(LONGEST);
        assertEquals("CANCELLED", stage.state());
        assertEquals(0, stage.store.doubts().overdueCancels());
        log.close();
    }

    /** Whatever is wrong with the acquirer: silence, a fault of its own, nobody there. */
    @ParameterizedTest
    @MethodSource("unanswered")
    void a_net_cancel_that_is_never_answered_raises_the_alarm_within_a_minute_and_never_gives_up(CancelOutcome no) {
        stage.voiding(new Trace.Known(ScriptedAcquirer.TNO));
        stage.acquirer.cancelling = () -> no;
        try (var log = Listening.to(Resolver.class)) {
            for (int second = 0; second < 60; second++) stage.step(Duration.ofSeconds(1));
            assertEquals(1, stage.store.doubts().overdueVoids());
            assertTrue(log.heard("ERROR").stream()
                    .anyMatch(line -> line.contains(Stage.ID.text()) && line.contains("gyeolje reconcile")));
        }
        assertEquals(List.of("void_delayed cancel_unanswered"), told(), "said once, however often it is tried");
        for (int hour = 0; hour < 48; hour++) stage.step(Duration.ofHours(1));
        assertEquals("VOIDING", stage.state());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        stage.step(LONGEST);
        assertEquals("VOIDED", stage.state());
        assertEquals(0, stage.store.doubts().overdueVoids());
    }

    static List<CancelOutcome> unanswered() {
        return List.of(
                new CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED),
                new CancelInDoubt(Doubt.Reason.UPSTREAM_FAULT),
                new CancelNotSent("no connection"));
    }

    @Test
    void an_inquiry_that_is_never_answered_raises_the_alarm_too_until_it_is_answered() {
        stage.voiding(new Trace.Unknown());
        stage.acquirer.inquiring = () -> new Finding.Unanswered("silence");
        for (int second = 0; second < 60; second++) stage.step(Duration.ofSeconds(1));
        assertEquals(1, stage.store.doubts().overdueVoids());
        stage.acquirer.inquiring = Finding.NotFound::new;
        stage.step(LONGEST);
        assertEquals(0, stage.store.doubts().overdueVoids());
        assertEquals(List.of("void_delayed inquiry_unanswered", "void_delayed not_found_yet"), told());
    }

    private List<String> told() {
        return stage.told.stream().map(it -> it.event() + " " + it.reason()).toList();
    }

    @Test
    void a_repeated_cancel_that_is_refused_leaves_the_payment_paid_only_after_the_guard_time() {
        stage.cancelling();
        stage.acquirer.cancelling = () -> new CancelRefused(Ground.NOT_ENOUGH_UNSETTLED, "8178", "부족");
        stage.step(Duration.ZERO);
        assertEquals("CANCELLING", stage.state());
        stage.step(Duration.ofMinutes(15));
        assertEquals("PAID", stage.state());
    }

    @Test
    void the_pause_between_looks_grows_and_is_bounded() {
        stage.voiding(new Trace.Unknown());
        stage.acquirer.inquiring = () -> new Finding.Unanswered("silence");
        var pauses = new ArrayList<Duration>();
        for (int look = 0; look < 30; look++) {
            stage.step(Duration.ZERO);
            var pause = Duration.between(stage.time.instant(), stage.store.due(Stage.ID));
            pauses.add(pause);
            stage.time.sleep(pause);
        }
        for (int look = 1; look < pauses.size(); look++)
            assertTrue(
                    pauses.get(look)
                                    .multipliedBy(6)
                                    .compareTo(pauses.get(look - 1).multipliedBy(5))
                            >= 0,
                    pauses.toString());
        assertTrue(pauses.getFirst().compareTo(Duration.ofMillis(1_200)) <= 0, pauses.toString());
        assertTrue(pauses.getLast().compareTo(Duration.ofSeconds(40)) >= 0, pauses.toString());
        assertTrue(pauses.getLast().compareTo(LONGEST) <= 0, pauses.toString());
        assertEquals("VOIDING", stage.state());
    }

    /** The acquirer answers for none of a thousand old doubts, which take every place that they can get. */
    @Test
    void a_young_doubt_is_settled_while_a_backlog_is_worked() throws InterruptedException {
        var live = new Stage(Time.system());
        var patience = new Patience(Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofMinutes(15));
        var over = new CountDownLatch(1);
        live.acquirer.inquiring = () -> {
            boolean young = Thread.currentThread().getName().contains(Stage.ID.text());
            if (!young) awaitQuietly(over);
            return young
                    ? new Finding.Cancelled(ScriptedAcquirer.TNO, ScriptedAcquirer.CANCELLED_AT)
                    : new Finding.Unanswered("silence");
        };
        for (int i = 1_000; i < 2_000; i++) {
            var old = new Doubt(Doubt.Reason.NO_ANSWER, new Trace.Unknown(), Instant.EPOCH);
            var id = new TransactionId("20260401120000KK" + i);
            live.store.put(new Payment.Voiding(Stage.order(id), Stage.attempt(), old, HandTime.NOON));
        }
        var resolver = new Resolver(live.store, live.acquirer, live.outcomes, live.time, patience);
        try (var loop = new ResolverLoop(live.store, resolver, live.time, patience)) {
            loop.start();
            while (live.acquirer.heard().size() < 12) Thread.sleep(10);
            var now = live.time.instant();
            var fresh = new Doubt(Doubt.Reason.NO_ANSWER, new Trace.Unknown(), now);
            live.store.put(new Payment.Voiding(Stage.order(), Stage.attempt(), fresh, now));
            assertEquals("VOIDED", live.stateOnce("VOIDED"));
            assertEquals(13, live.acquirer.heard().size(), "the backlog holds its places still");
        } finally {
            over.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void the_loop_settles_what_it_finds_by_itself() throws InterruptedException {
        var live = new Stage(Time.system());
        var patience = new Patience(Duration.ofSeconds(12), Duration.ofMillis(1), Duration.ofMinutes(15));
        var resolver = new Resolver(live.store, live.acquirer, live.outcomes, live.time, patience);
        live.acquirer.inquiring =
                () -> new Finding.Approved(ScriptedAcquirer.TNO, Stage.order().amount());
        live.store.put(new Payment.Paying(Stage.order(), Stage.attempt(), java.time.Instant.EPOCH));
        try (var loop = new ResolverLoop(live.store, resolver, live.time, patience)) {
            loop.start();
            assertEquals("VOIDED", live.stateOnce("VOIDED"));
        }
    }
}
