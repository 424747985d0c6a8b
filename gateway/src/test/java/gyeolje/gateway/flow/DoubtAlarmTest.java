package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Payment;
import gyeolje.core.value.Digests;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An operator hears of what needs a person, at once and until it is over, and not in between. */
final class DoubtAlarmTest {
    private final Stage stage = new Stage();
    private final DoubtAlarm alarm = new DoubtAlarm(stage.store, stage.time);

    private List<String> heardIn(Duration whole) {
        try (var log = Listening.to(DoubtAlarm.class)) {
            for (var passed = Duration.ZERO; passed.compareTo(whole) < 0; passed = passed.plusMillis(500)) {
                stage.store.takeDue(stage.time.instant(), Duration.ofSeconds(20), 0, 0);
                alarm.look();
                stage.time.sleep(Duration.ofMillis(500));
            }
            return log.heard("ERROR").stream()
                    .map(line -> line.substring(0, 14))
                    .toList();
        }
    }

    private void put(Payment payment) {
        stage.store.put(payment);
    }

    @Test
    void nothing_is_said_when_there_is_nothing_to_say() {
        assertEquals(List.of(), heardIn(Duration.ofHours(1)));
    }

    @Test
    void a_stuck_payment_is_said_at_once_and_every_ten_minutes() {
        put(new Payment.Stuck(
                Stage.order(),
                Stage.attempt(),
                new Doubt(Doubt.Reason.CANNOT_ASK, new Doubt.Trace.Unknown(), HandTime.NOON)));
        assertEquals(List.of("1 payments are"), heardIn(Duration.ofMinutes(9)));
        assertEquals(3, heardIn(Duration.ofMinutes(30)).size());
        put(new Payment.Ordered(Stage.order()));
        assertEquals(List.of(), heardIn(Duration.ofHours(1)));
    }

    @Test
    void a_cancel_is_said_to_be_overdue_within_a_minute_and_not_before_it_is() {
        put(new Payment.Cancelling(
                Stage.order(),
                Stage.attempt(),
                ScriptedAcquirer.approval(Stage.order()),
                new Cancellation(Digests.sha256("cancel"), "고객 변심", HandTime.NOON),
                HandTime.NOON));
        assertEquals(List.of(), heardIn(Duration.ofSeconds(45)));
        assertEquals(List.of("1 cancels are "), heardIn(Duration.ofSeconds(15)));
    }

    @Test
    void a_void_is_said_to_be_overdue_within_a_minute_and_not_before_it_is() {
        stage.voiding(new Doubt.Trace.Known(ScriptedAcquirer.TNO));
        assertEquals(List.of(), heardIn(Duration.ofSeconds(45)));
        assertEquals(List.of("1 payments are"), heardIn(Duration.ofSeconds(15)));
    }

    @Test
    void what_a_reconciliation_found_is_said_until_it_is_gone() {
        stage.store.mismatches = 3;
        assertEquals(List.of("3 findings of "), heardIn(Duration.ofMinutes(9)));
        stage.store.mismatches = 0;
        assertEquals(List.of(), heardIn(Duration.ofHours(1)));
    }

    /** The guard time is a quarter of an hour, and no reason to be alarmed. */
    @Test
    void an_approval_that_the_acquirer_does_not_know_of_is_waited_for_quietly() {
        stage.voiding(new Doubt.Trace.Unknown());
        assertEquals(List.of(), heardIn(Duration.ofMinutes(14)));
    }
}
