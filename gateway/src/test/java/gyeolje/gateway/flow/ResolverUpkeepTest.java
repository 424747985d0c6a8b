package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Payment;
import gyeolje.core.value.TransactionId;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the resolver does with a payment that it trips over, how it spreads its looks, and what it tells of each doubt. */
final class ResolverUpkeepTest {
    private static final Duration LONGEST = Duration.ofSeconds(48);

    private final Stage stage = new Stage();

    /** A bug that one payment trips over must not take the others' turns for ever. */
    @Test
    void a_payment_that_cannot_be_looked_at_is_put_aside_for_a_person_after_ten_tries() {
        stage.voiding(new Trace.Unknown());
        stage.acquirer.inquiring = () -> {
            throw new IllegalStateException("a bug");
        };
        for (int look = 0; look < 9; look++) stage.step(LONGEST);
        assertEquals("VOIDING", stage.state());
        stage.step(LONGEST);
        assertEquals("STUCK", stage.state());
        var stuck = (Payment.Stuck) stage.store.get(Stage.ID).payment();
        assertEquals(Doubt.Reason.POISON, stuck.doubt().reason());
    }

    @Test
    void a_cancel_that_cannot_be_tried_waits_an_hour_after_ten_tries_and_is_tried_again() {
        stage.cancelling();
        stage.acquirer.cancelling = () -> {
            throw new IllegalStateException("a bug");
        };
        for (int look = 0; look < 10; look++) stage.step(LONGEST);
        int tried = stage.acquirer.heard().size();
        stage.step(Duration.ofMinutes(59));
        assertEquals(tried, stage.acquirer.heard().size());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        stage.step(Duration.ofMinutes(1));
        assertEquals("CANCELLED", stage.state());
    }

    @Test
    void what_cannot_be_put_aside_while_the_store_is_away_is_put_aside_later() {
        stage.cancelling();
        stage.acquirer.cancelling = () -> {
            throw new IllegalStateException("a bug");
        };
        for (int look = 0; look < 9; look++) stage.step(LONGEST);
        stage.acquirer.cancelling = () -> {
            stage.store.down(true);
            throw new IllegalStateException("a bug");
        };
        stage.step(LONGEST);
        stage.store.down(false);
        stage.acquirer.cancelling = () -> {
            throw new IllegalStateException("a bug");
        };
        stage.step(LONGEST);
        int tried = stage.acquirer.heard().size();
        stage.step(Duration.ofMinutes(59));
        assertEquals(tried, stage.acquirer.heard().size());
    }

    @Test
    void what_became_doubtful_and_how_it_ended_is_told_with_a_reason_a_person_understands() {
        stage.store.put(new Payment.Paying(Stage.order(), Stage.attempt(), HandTime.NOON));
        stage.acquirer.inquiring =
                () -> new Finding.Approved(ScriptedAcquirer.TNO, Stage.order().amount());
        try (var log = Listening.to(OutcomeRecorder.class)) {
            for (int look = 0; look < 3; look++) stage.step(LONGEST);
            assertEquals(
                    List.of("doubt process_lost", "found none", "voided undone"),
                    stage.told.stream()
                            .map(it -> it.event() + " " + it.reason())
                            .toList());
            assertEquals(
                    List.of(
                            Stage.ID + ": doubt: " + Doubt.Reason.PROCESS_LOST.words(),
                            Stage.ID + ": found: the acquirer had approved it: the money goes back",
                            Stage.ID + ": voided: the money went back"),
                    log.heard("WARN"));
        }
        stage.acquirer.byOrder = false;
        stage.voiding(new Trace.Unknown());
        stage.step(LONGEST);
        assertEquals(
                "stuck cannot_ask",
                stage.told.getLast().event() + " " + stage.told.getLast().reason());
    }

    /** Many doubts of one moment must not come back at one moment. */
    @Test
    void doubts_of_one_moment_come_back_spread_over_a_fifth_of_their_pause() {
        stage.acquirer.inquiring = () -> new Finding.Unanswered("silence");
        var pauses = new TreeSet<Duration>();
        for (int i = 1; i <= 50; i++) {
            var id = new TransactionId("20260401120000KK%04d".formatted(i));
            var doubt = new Doubt(Doubt.Reason.NO_ANSWER, new Trace.Unknown(), HandTime.NOON);
            stage.store.put(new Payment.Voiding(Stage.order(id), Stage.attempt(), doubt, HandTime.NOON));
            stage.resolver.resolve(stage.store.get(id));
            pauses.add(Duration.between(stage.time.instant(), stage.store.due(id)));
        }
        assertTrue(pauses.size() > 10, pauses.toString());
        assertTrue(pauses.first().compareTo(Duration.ofSeconds(1)) >= 0, pauses.toString());
        assertTrue(pauses.last().compareTo(Duration.ofMillis(1_200)) <= 0, pauses.toString());
    }
}
