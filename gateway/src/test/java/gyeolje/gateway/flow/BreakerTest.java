package gyeolje.gateway.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes while the acquirer answers, while it does not, and when it comes back. */
final class BreakerTest {
    private static final Instant START = WaitedTime.START;
    private static final AcquirerTransactionId TNO = new AcquirerTransactionId("26040112000001");
    private static final LocalDateTime AT = LocalDateTime.parse("2026-04-01T12:00:00");
    private static final Won PRICE = new Won(1_004);
    private static final Authentication AUTHENTICATION =
            new Authentication("encrypted", "information", "00100000", "CARD");
    private static final Order ORDER = new Order(
            new MerchantId("tester"),
            new TransactionId("20260401120000KK0001"),
            new OrderNumber("ZP2017090911"),
            PRICE,
            Window.MOBILE,
            "커피",
            new Buyer("홍길동", "buyer@shop.example", "01012345678"),
            "https://shop.example/return",
            "",
            CashReceipt.BY_KAKAOPAY,
            "iPhone",
            new SiteCode("T0000"),
            new Registration.NotNeeded(),
            Fingerprint.of("20260401120000", Digests.sha256("order")),
            START);
    private static final ApprovalOutcome APPROVED =
            new AcquirerApproved(new Approval(TNO, PRICE, AT, new Approval.Means.KakaoMoney(Won.ZERO)));

    private final WaitedTime time = new WaitedTime();
    private final Answering acquirer = new Answering(time);
    private final Deque<Runnable> aside = new ArrayDeque<>();
    private final Breaker breaker = new Breaker(acquirer, _ -> acquirer.answersProbe(), time, aside::add);

    /** Silence takes a while, so that a long run of it is no blip. */
    private static final class Answering implements Acquirer {
        private final Time time;
        ApprovalOutcome outcome = APPROVED;
        Registering registering = new Registering.Done(new Registration.Registered("key", "https://window.example"));
        int approvals;
        int registrations;
        int others;
        int probes;
        int silentProbes;
        Duration silence = Circuit.LONGEST_BLIP.dividedBy(Circuit.LONGEST_RUN - 2);

        Answering(Time time) {
            this.time = time;
        }

        boolean answersProbe() {
            return ++probes > silentProbes;
        }

        @Override
        public SiteCode site() {
            return ORDER.site();
        }

        @Override
        public boolean answersByOrder() {
            return false;
        }

        @Override
        public Registering register(Order order) {
            registrations++;
            if (registering instanceof Registering.Unreachable) time.sleep(silence);
            return registering;
        }

        @Override
        public ApprovalOutcome approve(Order order, Authentication authentication) {
            approvals++;
            if (!(outcome instanceof AcquirerApproved || outcome instanceof AcquirerDeclined)) time.sleep(silence);
            return outcome;
        }

        @Override
        public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
            others++;
            return new AcquirerCancelled(AT);
        }

        @Override
        public Finding inquire(Order order, Trace trace) {
            others++;
            return new Finding.NotFound();
        }
    }

    private ApprovalOutcome pay() {
        return breaker.approve(ORDER, AUTHENTICATION);
    }

    private void pay(int times) {
        for (int i = 0; i < times; i++) pay();
    }

    private static ApprovalOutcome doubt(Reason reason, Trace trace) {
        return new ApprovalInDoubt(new Doubt(reason, trace, START), START);
    }

    private static ApprovalOutcome silence() {
        return doubt(Reason.NO_ANSWER, new Trace.Unknown());
    }

    private void open() {
        acquirer.outcome = silence();
        pay(Circuit.LONGEST_RUN);
        assertEquals(Breaker.State.OPEN, breaker.approvals());
    }

    @Test
    void a_run_of_silence_opens_it_and_then_nothing_is_sent() {
        open();
        assertInstanceOf(AcquirerNotReached.class, pay());
        assertEquals(Circuit.LONGEST_RUN, acquirer.approvals);
    }

    @Test
    void calls_that_surely_never_left_open_it_as_well() {
        acquirer.outcome = new AcquirerNotReached("connection refused");
        pay(Circuit.LONGEST_RUN);
        assertEquals(Breaker.State.OPEN, breaker.approvals());
    }

    @Test
    void a_blip_however_many_it_hits_does_not_open_it() {
        acquirer.silence = Duration.ZERO;
        acquirer.outcome = silence();
        pay(10 * Circuit.LONGEST_RUN);
        assertEquals(Breaker.State.CLOSED, breaker.approvals());
    }

    @Test
    void the_first_who_asks_is_let_through_once_it_answers_again() {
        open();
        aside.remove().run();
        acquirer.outcome = APPROVED;
        assertEquals(APPROVED, pay());
    }

    @Test
    void one_answer_ends_a_run() {
        for (int i = 0; i < 5; i++) {
            acquirer.outcome = silence();
            pay(Circuit.LONGEST_RUN - 1);
            acquirer.outcome = APPROVED;
            pay();
        }
        assertEquals(Breaker.State.CLOSED, breaker.approvals());
    }

    @Test
    void declines_never_open_it() {
        acquirer.outcome = new AcquirerDeclined("CC10", "한도 초과");
        pay(10 * Circuit.LONGEST_RUN);
        assertEquals(Breaker.State.CLOSED, breaker.approvals());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DUPLICATE", "AMOUNT_DIFFERS", "ORDER_DIFFERS", "SITE_DIFFERS", "NO_HANDLE"})
    void doubts_about_an_answer_never_open_it(Reason reason) {
        acquirer.outcome = doubt(reason, new Trace.Unknown());
        pay(10 * Circuit.LONGEST_RUN);
        assertEquals(Breaker.State.CLOSED, breaker.approvals());
    }

    @Test
    void cancels_inquiries_and_registrations_pass_while_approvals_do_not() {
        open();
        breaker.cancel(ORDER, TNO, "변심");
        breaker.inquire(ORDER, new Trace.Known(TNO));
        assertEquals(2, acquirer.others);
        assertInstanceOf(Acquirer.Registering.Done.class, breaker.register(ORDER));
    }

    @Test
    void whether_the_acquirer_is_back_is_found_out_without_a_payment() {
        open();
        acquirer.silentProbes = 3;
        assertEquals(1, aside.size());
        aside.remove().run();
        assertEquals(4, acquirer.probes);
        assertEquals(Circuit.LONGEST_RUN, acquirer.approvals);
        assertEquals(Breaker.State.RAMPING, breaker.approvals());
    }

    @Test
    void those_who_waited_come_back_in_a_growing_share() {
        open();
        aside.remove().run();
        acquirer.outcome = APPROVED;
        int first = passing();
        time.sleep(Circuit.RAMP.dividedBy(2));
        int half = passing();
        time.sleep(Circuit.RAMP.dividedBy(2));
        assertTrue(first >= 90 && first <= 110, "first " + first);
        assertTrue(half >= 490 && half <= 510, "half-way " + half);
        assertEquals(1_000, passing());
        assertEquals(Breaker.State.CLOSED, breaker.approvals());
    }

    /** Of a thousand. */
    private int passing() {
        int before = acquirer.approvals;
        pay(1_000);
        return acquirer.approvals - before;
    }

    @Test
    void few_calls_without_an_answer_open_it_again_while_it_ramps() {
        open();
        aside.remove().run();
        int before = acquirer.approvals;
        pay(1_000);
        assertEquals(Circuit.LONGEST_RUN_ON_RAMP, acquirer.approvals - before);
        assertEquals(Breaker.State.OPEN, breaker.approvals());
        assertEquals(1, aside.size());
    }

    @Test
    void registrations_have_a_breaker_of_their_own_and_are_probed_by_a_registration() {
        acquirer.registering = new Acquirer.Registering.Unreachable("connection refused");
        for (int i = 0; i < Circuit.LONGEST_RUN; i++) breaker.register(ORDER);
        assertEquals(Breaker.State.OPEN, breaker.registrations());
        assertInstanceOf(Acquirer.Registering.Unreachable.class, breaker.register(ORDER));
        assertEquals(Circuit.LONGEST_RUN, acquirer.registrations);
        assertEquals(APPROVED, pay());
        acquirer.registering = new Acquirer.Registering.Refused("9999", "no");
        aside.remove().run();
        assertEquals(Breaker.State.RAMPING, breaker.registrations());
        assertEquals(1, acquirer.approvals);
    }

    @Test
    void a_closed_gateway_waits_no_longer() {
        open();
        breaker.close();
        aside.remove().run();
        assertEquals(0, acquirer.probes);
    }
}
