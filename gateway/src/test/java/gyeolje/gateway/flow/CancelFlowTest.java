package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Cancellation;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRefused.Ground;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.StoreException;
import gyeolje.core.request.CancelRequest;
import gyeolje.core.request.Fields;
import gyeolje.core.request.Parsed;
import gyeolje.gateway.flow.MemoryStore.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The money goes back once (merchant API, sections 5 to 7). */
final class CancelFlowTest {
    private static final String ASKED = "cancel 26040112000001 of " + Stage.ID;

    private final Stage stage = new Stage().paid();

    @Test
    void the_intent_is_recorded_before_the_acquirer_is_asked() {
        var whenAsked = new AtomicReference<>("nobody asked");
        stage.acquirer.cancelling = () -> {
            whenAsked.set(stage.state());
            return new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        };
        var answer = stage.cancel();
        assertEquals("0000", answer.code());
        assertEquals("20260401120500", answer.body().get("cancelDateTime"));
        assertEquals("CANCELLING", whenAsked.get());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "LOST", "APPLIED"})
    void without_a_durable_intent_the_acquirer_is_not_asked(Fault fault) {
        stage.store.next(fault);
        assertThrows(StoreException.class, stage::cancel);
        assertEquals(List.of(), stage.acquirer.heard());
    }

    @Test
    void the_same_cancel_again_hears_the_same_and_another_hears_1005() {
        var first = stage.cancel();
        assertEquals(first, stage.cancel());
        assertEquals(
                "1005",
                stage.cancels
                        .cancel(Stage.caller(), Stage.cancelFields("다른 이유"))
                        .code());
        assertEquals(List.of(ASKED), stage.acquirer.heard());
    }

    @Test
    void a_hundred_identical_cancels_at_once_are_one() throws Exception {
        var patient = new Stage(Time.system()).paid();
        patient.acquirer.cancelling = () -> {
            Time.system().sleep(Duration.ofMillis(50));
            return new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Answer> call = patient::cancel;
            var answers = new HashSet<Answer>();
            for (var future : threads.invokeAll(
                    IntStream.range(0, 100).mapToObj(_ -> call).collect(Collectors.toList())))
                answers.add(future.get());
            assertEquals(1, answers.size());
            assertEquals("0000", answers.iterator().next().code());
        }
        assertEquals(List.of(ASKED), patient.acquirer.heard());
    }

    @Test
    void whoever_loses_the_race_to_cancel_does_not_ask_the_acquirer() {
        var won = new CancelRequested(cancellation("다른 이유"), HandTime.NOON);
        stage.store.meanwhile(() -> stage.store.advance(
                stage.store.get(Stage.ID),
                won,
                new Payment.Cancelling(
                        Stage.order(), Stage.attempt(), approval(), won.cancellation(), won.resolveAfter())));
        assertEquals("1005", stage.cancel().code());
        assertEquals(List.of(), stage.acquirer.heard());
    }

    @Test
    void a_cancel_that_cannot_be_recorded_is_1006_and_0000_once_it_is() throws InterruptedException {
        stage.acquirer.cancelling = () -> {
            stage.store.down(true);
            return new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        };
        assertEquals("1006", stage.cancel().code());
        stage.store.down(false);
        assertEquals("CANCELLED", stage.stateOnce("CANCELLED"));
        assertEquals("0000", stage.cancel().code());
        assertEquals(List.of(ASKED), stage.acquirer.heard());
        stage.outcomes.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "LOST", "APPLIED"})
    void a_record_that_fails_once_after_the_cancel_costs_nothing(Fault fault) {
        stage.store.next(Fault.NONE, fault);
        var answer = stage.cancel();
        assertEquals("0000", answer.code());
        assertEquals(answer, stage.cancel());
    }

    @Test
    void too_little_unsettled_money_is_1003_and_the_cancel_may_be_asked_again() {
        refusedThenDone(
                new CancelRefused(Ground.NOT_ENOUGH_UNSETTLED, "8178", "부족"),
                Answer.of("1003", "정산 대상 금액 부족으로 취소가 불가 합니다."));
    }

    @Test
    void any_other_refusal_passes_through_and_the_cancel_may_be_asked_again() {
        refusedThenDone(new CancelRefused(Ground.OTHER, "8017", "취소 기간이 지났습니다."), Answer.of("8017", "취소 기간이 지났습니다."));
    }

    @Test
    void a_trade_that_the_acquirer_does_not_know_passes_through() {
        refusedThenDone(new CancelRefused(Ground.NO_SUCH_TRADE, "8132", "거래 없음"), Answer.of("8132", "거래 없음"));
    }

    private void refusedThenDone(CancelRefused refusal, Answer expected) {
        stage.acquirer.cancelling = () -> refusal;
        assertEquals(expected, stage.cancel());
        assertEquals("PAID", stage.state());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        assertEquals("0000", stage.cancel().code());
    }

    @Test
    void a_cancel_that_surely_did_not_leave_is_9001_and_the_payment_stays_paid() {
        stage.acquirer.cancelling = () -> new CancelNotSent("no connection");
        assertEquals("9001", stage.cancel().code());
        assertEquals("PAID", stage.state());
    }

    @Test
    void an_unanswered_cancel_is_9001_until_the_resolver_has_repeated_it() {
        stage.acquirer.cancelling = () -> new CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED);
        assertEquals("9001", stage.cancel().code());
        assertEquals("CANCELLING", stage.state());
        assertEquals("9001", stage.cancel().code());
        assertEquals(
                "1005",
                stage.cancels
                        .cancel(Stage.caller(), Stage.cancelFields("다른 이유"))
                        .code());
        stage.acquirer.cancelling = () -> new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        stage.resolver.resolve(stage.store.get(Stage.ID));
        assertEquals("0000", stage.cancel().code());
        assertEquals(List.of(ASKED, ASKED), stage.acquirer.heard());
    }

    /** The one that was waited for was refused, and then a different one was asked for and worked. */
    @Test
    void a_cancel_that_waited_for_its_like_hears_1005_when_another_one_worked_instead() {
        var meanwhile = new Meanwhile();
        var waiting = new Stage(meanwhile);
        waiting.store.put(new Payment.Cancelling(
                Stage.order(), Stage.attempt(), approval(), cancellation("고객 변심"), HandTime.NOON));
        meanwhile.happens = () -> waiting.store.put(new Payment.Cancelled(
                Stage.order(), Stage.attempt(), approval(), cancellation("다른 이유"), ScriptedAcquirer.CANCELLED_AT));
        assertEquals("1005", waiting.cancel().code());
        assertEquals("1005", waiting.cancel().code(), "and the same when it asks again");
        var other = waiting.cancels.cancel(Stage.caller(), Stage.cancelFields("다른 이유"));
        assertEquals("0000", other.code());
        assertEquals(List.of(), waiting.acquirer.heard());
    }

    @Test
    void a_cancel_that_comes_back_after_another_one_worked_hears_1005_then_and_later() {
        stage.acquirer.cancelling = () -> {
            stage.store.put(new Payment.Cancelled(
                    Stage.order(), Stage.attempt(), approval(), cancellation("다른 이유"), ScriptedAcquirer.CANCELLED_AT));
            return new AcquirerCancelled(ScriptedAcquirer.CANCELLED_AT);
        };
        assertEquals("1005", stage.cancel().code());
        assertEquals("1005", stage.cancel().code());
    }

    private static Approval approval() {
        return ScriptedAcquirer.approval(Stage.order());
    }

    private static Cancellation cancellation(String reason) {
        var parsed =
                CancelRequest.parse(Stage.cancelFields(reason), Stage.caller().reading(HandTime.NOON));
        var request = assertInstanceOf(Parsed.Ok.class, parsed).value();
        return new Cancellation(((CancelRequest) request).hash(), reason, HandTime.NOON);
    }

    /** Something happens whenever somebody waits. */
    private static final class Meanwhile implements Time {
        private Runnable happens = () -> {};

        @Override
        public Instant instant() {
            return HandTime.NOON;
        }

        @Override
        public long nanos() {
            return 0;
        }

        @Override
        public void sleep(Duration duration) {
            happens.run();
        }
    }

    static Stream<Payment> notCancellable() {
        var order = Stage.order();
        var attempt = Stage.attempt();
        var doubt = new Doubt(Doubt.Reason.NO_ANSWER, new Doubt.Trace.Unknown(), HandTime.NOON);
        return Stream.of(
                new Payment.Ordered(order),
                new Payment.Paying(order, attempt, HandTime.NOON),
                new Payment.Declined(order, attempt, "CC10", "잔액 부족"),
                new Payment.Voiding(order, attempt, doubt, HandTime.NOON),
                new Payment.Voided(order, attempt, doubt),
                new Payment.Stuck(order, attempt, doubt));
    }

    @ParameterizedTest
    @MethodSource("notCancellable")
    void what_is_not_paid_cannot_be_cancelled(Payment payment) {
        stage.store.put(payment);
        assertEquals("1005", stage.cancel().code());
        assertEquals(List.of(), stage.acquirer.heard());
    }

    @Test
    void an_unknown_transaction_is_1004() {
        assertEquals("1004", new Stage().cancel().code());
    }

    @Test
    void a_bad_signature_is_2001_whether_there_is_such_a_payment_or_not() {
        var forged = new Fields(
                Map.of("transactionId", Stage.ID.text(), "cancelReason", "x", "signature", "0".repeat(64)), Set.of());
        assertEquals("2001", stage.cancels.cancel(Stage.caller(), forged).code());
        assertEquals("2001", new Stage().cancels.cancel(Stage.caller(), forged).code());
    }
}
