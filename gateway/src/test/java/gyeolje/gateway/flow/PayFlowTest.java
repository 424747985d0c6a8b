package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.Payment.Paying;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import gyeolje.gateway.flow.MemoryStore.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The one place where money moves (merchant API, section 7). */
final class PayFlowTest {
    private final Stage stage = new Stage().ordered();

    private static List<Answer> atOnce(int count, Callable<Answer> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var go = new CountDownLatch(1);
            var futures = new ArrayList<Future<Answer>>();
            for (int i = 0; i < count; i++)
                futures.add(threads.submit(() -> {
                    go.await();
                    return call.call();
                }));
            go.countDown();
            var answers = new ArrayList<Answer>();
            for (var future : futures) answers.add(future.get());
            return answers;
        }
    }

    @Test
    void the_intent_is_recorded_before_the_acquirer_is_asked() {
        var whenAsked = new AtomicReference<>("nobody asked");
        stage.acquirer.approving = order -> {
            whenAsked.set(stage.state());
            return new AcquirerApproved(ScriptedAcquirer.approval(order));
        };
        assertEquals("0000", stage.pay().code());
        assertEquals("PAYING", whenAsked.get());
        assertEquals(List.of("PAYING", "PAID"), stage.store.journal());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "LOST", "APPLIED"})
    void without_a_durable_intent_the_acquirer_is_not_asked(Fault fault) {
        stage.store.next(fault);
        assertThrows(StoreException.class, stage::pay);
        assertEquals(List.of(), stage.acquirer.heard());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "LOST"})
    void while_nothing_can_be_written_a_pay_that_was_made_hears_its_answer_and_one_for_nothing_8001(Fault fault) {
        var first = stage.pay();
        stage.store.next(fault, fault, fault);
        assertEquals(first, stage.pay());
        assertEquals(
                "8002", stage.pays.pay(Stage.caller(), Stage.payFields("other")).code());
        var nothing = Stage.payFields("other", new TransactionId("20260401120000KK0009"));
        assertEquals("8001", stage.pays.pay(Stage.caller(), nothing).code());
        assertEquals(1, stage.acquirer.heard().size());
    }

    @Test
    void a_hundred_identical_pays_at_once_move_money_once_and_hear_the_same() throws Exception {
        var patient = new Stage(Time.system()).ordered();
        var asked = new CountDownLatch(1);
        patient.acquirer.approving = order -> {
            asked.countDown();
            Time.system().sleep(Duration.ofMillis(50));
            return new AcquirerApproved(ScriptedAcquirer.approval(order));
        };
        var answers = atOnce(100, patient::pay);
        assertEquals(1, new HashSet<>(answers).size());
        assertEquals("0000", answers.getFirst().code());
        assertEquals(List.of("approve " + Stage.ID), patient.acquirer.heard());
    }

    @Test
    void a_hundred_different_pays_at_once_move_money_once() throws Exception {
        var patient = new Stage(Time.system()).ordered();
        var numbers = new AtomicInteger();
        var answers = atOnce(
                100, () -> patient.pays.pay(Stage.caller(), Stage.payFields("data-" + numbers.incrementAndGet())));
        assertEquals(
                1,
                answers.stream().filter(answer -> answer.code().equals("0000")).count());
        assertEquals(
                99,
                answers.stream().filter(answer -> answer.code().equals("8002")).count());
        assertEquals(1, patient.acquirer.heard().size());
    }

    @Test
    void the_same_pay_again_hears_the_same_for_ever_and_another_hears_8002() {
        var first = stage.pay();
        stage.time.sleep(Duration.ofDays(400));
        assertEquals(first, stage.pay());
        assertEquals(
                "8002", stage.pays.pay(Stage.caller(), Stage.payFields("other")).code());
        assertEquals(1, stage.acquirer.heard().size());
    }

    @Test
    void a_cancelled_payment_still_answers_the_pay_that_paid_it() {
        var first = stage.pay();
        assertEquals("0000", stage.cancel().code());
        assertEquals(first, stage.pay());
    }

    @Test
    void a_refusal_passes_through_and_is_heard_again() {
        stage.acquirer.approving = _ -> new AcquirerDeclined("CC10", "잔액이 부족합니다.");
        var first = stage.pay();
        assertEquals(Answer.of("CC10", "잔액이 부족합니다."), first);
        assertEquals(first, stage.pay());
        assertEquals("DECLINED", stage.state());
    }

    @Test
    void a_request_that_surely_did_not_leave_is_9001_without_a_doubt() {
        stage.acquirer.approving = _ -> new AcquirerNotReached("no connection");
        assertEquals("9001", stage.pay().code());
        assertEquals("DECLINED", stage.state());
    }

    @Test
    void a_doubt_is_recorded_before_9001_is_answered_and_never_becomes_a_payment() {
        stage.acquirer.approving = _ -> doubt();
        assertEquals("9001", stage.pay().code());
        assertEquals(List.of("PAYING", "VOIDING"), stage.store.journal());
        assertEquals("9001", stage.pay().code());
        assertEquals(
                "8002", stage.pays.pay(Stage.caller(), Stage.payFields("other")).code());
        assertEquals("VOIDING", stage.state());
    }

    private ApprovalInDoubt doubt() {
        var now = stage.time.instant();
        return new ApprovalInDoubt(new Doubt(Doubt.Reason.NO_ANSWER, new Doubt.Trace.Unknown(), now), now);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"REFUSED", "LOST", "APPLIED"})
    void a_record_that_fails_once_after_the_approval_costs_nothing(Fault fault) {
        stage.store.next(Fault.NONE, fault);
        var answer = stage.pay();
        assertEquals("0000", answer.code());
        assertEquals("PAID", stage.state());
        assertEquals(answer, stage.pay());
    }

    @Test
    void an_approval_that_cannot_be_recorded_is_9001_and_is_undone_not_paid() throws InterruptedException {
        stage.acquirer.approving = order -> {
            stage.store.down(true);
            return new AcquirerApproved(ScriptedAcquirer.approval(order));
        };
        assertEquals("9001", stage.pay().code());
        stage.store.down(false);
        assertEquals("VOIDING", stage.stateOnce("VOIDING"));
        assertEquals("9001", stage.pay().code());
        var voiding = (Payment.Voiding) stage.store.get(Stage.ID).payment();
        assertEquals(
                new Doubt.Trace.Known(ScriptedAcquirer.TNO), voiding.doubt().trace());
        stage.resolver.resolve(stage.store.get(Stage.ID));
        assertEquals("VOIDED", stage.state());
        stage.outcomes.close();
    }

    @Test
    void an_intent_that_is_recorded_although_its_commit_failed_ends_declined_since_nothing_was_sent() throws Exception {
        stage.store.next(Fault.APPLIED);
        assertThrows(StoreException.class, stage::pay);
        assertEquals("DECLINED", stage.stateOnce("DECLINED"));
        assertEquals("9001", stage.pay().code());
        assertEquals(List.of(), stage.acquirer.heard());
    }

    /** However long the store is away, and whatever the resolver has made of it meanwhile. */
    @Test
    void an_intent_that_became_stuck_before_its_gateway_could_say_that_nothing_was_sent_is_closed() throws Exception {
        stage.acquirer.byOrder = false;
        stage.store.next(Fault.APPLIED_THEN_AWAY);
        assertThrows(StoreException.class, stage::pay);
        stage.time.sleep(Duration.ofHours(1));
        stage.store.put(new Payment.Stuck(Stage.order(), Stage.attempt(1), doubt().doubt()));
        stage.store.backAgain();
        assertEquals("VOIDED", stage.stateOnce("VOIDED"));
    }

    @Test
    void an_intent_that_is_not_recorded_leaves_the_order_to_whoever_asks_next() throws InterruptedException {
        stage.store.next(Fault.LOST);
        assertThrows(StoreException.class, stage::pay);
        assertEquals("0000", stage.pay().code());
        for (int i = 0; i < 100; i++) {
            stage.time.sleep(Duration.ofSeconds(1));
            Thread.sleep(1);
        }
        assertEquals("PAID", stage.state(), "the second attempt is another's, for the same body");
    }

    /** 9001 says that the outcome is unknown, which is no contradiction to what a later question finds out. */
    @Test
    void a_payment_that_was_recorded_unheard_answers_9001_while_the_store_is_away_and_0000_once_it_is_back() {
        stage.store.next(Fault.NONE, Fault.APPLIED_THEN_AWAY);
        assertEquals("9001", stage.pay().code());
        stage.store.backAgain();
        var found = stage.pay();
        assertEquals("0000", found.code());
        stage.time.sleep(Duration.ofHours(1));
        assertEquals(found, stage.pay());
        assertEquals(List.of("PAYING", "PAID"), stage.store.journal());
        stage.outcomes.close();
    }

    @Test
    void another_amount_than_ordered_is_undone() {
        stage.acquirer.approving = order -> new AcquirerApproved(new Approval(
                ScriptedAcquirer.TNO,
                new Won(1),
                ScriptedAcquirer.APPROVED_AT,
                new Approval.Means.KakaoMoney(Won.ZERO)));
        assertEquals("9001", stage.pay().code());
        assertEquals("VOIDING", stage.state());
    }

    @Test
    void an_approval_that_comes_after_the_resolver_gave_the_payment_up_is_undone() {
        stage.acquirer.approving = order -> {
            stage.resolver.resolve(stage.store.get(Stage.ID));
            return new AcquirerApproved(ScriptedAcquirer.approval(order));
        };
        assertEquals("9001", stage.pay().code());
        var voiding = (Payment.Voiding) stage.store.get(Stage.ID).payment();
        assertEquals(
                new Doubt.Trace.Known(ScriptedAcquirer.TNO), voiding.doubt().trace());
    }

    @Test
    void limits_are_decided_when_the_money_is_asked_for() {
        assertEquals("5003", overLimit(new Limits(1003, Limits.NONE, Limits.NONE)));
        assertEquals("5004", overLimit(new Limits(Limits.NONE, 1003, Limits.NONE)));
        assertEquals("5005", overLimit(new Limits(Limits.NONE, Limits.NONE, 1003)));
        assertEquals("0000", overLimit(new Limits(1004, 1004, 1004)));
    }

    private String overLimit(Limits limits) {
        return stage.pays.pay(Stage.caller(limits), Stage.payFields("data")).code();
    }

    @Test
    void an_interrupted_recorder_gives_up_at_once_and_leaves_the_payment_to_the_resolver() {
        stage.store.down(true);
        Thread.currentThread().interrupt();
        var recorded = stage.outcomes.record(
                new Stored(new Paying(Stage.order(), Stage.attempt(), stage.time.instant()), 8),
                new AcquirerApproved(ScriptedAcquirer.approval(Stage.order())));
        assertEquals(true, Thread.interrupted());
        assertEquals(Optional.empty(), recorded);
        assertEquals(Duration.ofMillis(100).toNanos(), stage.time.nanos());
    }
}
