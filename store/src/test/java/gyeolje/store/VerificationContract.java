package gyeolje.store;

import static gyeolje.store.Samples.CANCELLATION;
import static gyeolje.store.Samples.MONEY;
import static gyeolje.store.Samples.NOON;
import static gyeolje.store.Samples.SEOUL_NOON;
import static gyeolje.store.Samples.SILENCE;
import static gyeolje.store.Samples.TNO;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.ApprovalFound;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelRequested;
import gyeolje.core.payment.Event.NetCancelled;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.value.Won;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verification finds whatever does not add up, and nothing else. */
abstract class VerificationContract extends StoreHarness {
    /** One payment in every state; the first is paid. */
    @BeforeEach
    void fill() {
        advanced(claimed(ordered(1, "A-1")), new AcquirerApproved(MONEY));
        placed(ordered(2, "A-2"));
        claimed(ordered(3, "A-3"));
        advanced(claimed(ordered(4, "A-4")), new AcquirerDeclined("8037", "한도 초과"));
        var voided = advanced(
                advanced(claimed(ordered(5, "A-5")), new ApprovalInDoubt(SILENCE, NOON)), new NetCancelled(SEOUL_NOON));
        advanced(voided, new ApprovalFound(TNO, new Won(1_000)));
        advanced(
                advanced(claimed(ordered(6, "A-6")), new ApprovalInDoubt(SILENCE, NOON)),
                new ResolverGaveUp(Reason.CANNOT_ASK));
        var cancelling = advanced(
                advanced(claimed(ordered(7, "A-7")), new AcquirerApproved(MONEY)),
                new CancelRequested(CANCELLATION, NOON));
        advanced(advanced(cancelling, new CancelInDoubt(Reason.CANCEL_UNANSWERED)), new AcquirerCancelled(SEOUL_NOON));
        store.takeDue(NOON.plusSeconds(60), LEASE, 0, 10).all();
        store.merchants().add(MerchantContract.merchant(), "a test");
    }

    private List<String> findings() {
        var findings = new ArrayList<String>();
        var summary = store.verify(findings::add);
        assertEquals(findings.size(), summary.findings());
        return findings;
    }

    @Test
    void a_sound_store_has_no_findings_and_its_sums_are_told() {
        assertEquals(List.of(), findings());
        assertEquals(new Verification.Summary(7, 24, 1_000, 1_000, 0, 0), store.verify(_ -> {}));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE payment SET state = 'DECLINED' WHERE order_number = 'A-1'                       | cannot be read
        UPDATE payment SET state = 'LOST' WHERE order_number = 'A-1'                           | unknown state LOST
        UPDATE payment SET version = 7 WHERE order_number = 'A-1'                              | ends before version 7
        UPDATE payment SET amount = 999 WHERE order_number = 'A-1'                             | amount is not the one
        UPDATE payment SET state_detail = REPLACE(state_detail, '1000', '999') WHERE order_number = 'A-1' | approved amount
        UPDATE payment SET state_detail = REPLACE(state_detail, '900', '800') WHERE order_number = 'A-1'  | leads to another
        UPDATE payment SET buyer_sealed = (SELECT buyer_sealed FROM payment WHERE order_number = 'A-2') WHERE order_number = 'A-1' | does not open
        DELETE FROM payment WHERE order_number = 'A-1'                                         | belongs to no payment
        DELETE FROM order_claim WHERE order_number = 'A-1'                                     | does not hold its order
        UPDATE order_claim SET amount = 1 WHERE order_number = 'A-1'                           | claimed another amount
        UPDATE order_claim SET day = '20260402' WHERE order_number = 'A-1'                     | claimed on another day
        UPDATE limit_use SET won = won + 1 WHERE period = '202604'                             | limit tester/202604 is off by 1 won
        INSERT INTO limit_use VALUES ('tester', '20260402', 5)                                 | limit tester/20260402 is off by 5 won
        INSERT INTO order_claim VALUES ('tester', 'A-9', 'nobody', '20260401', 5)              | which is no payment of it
        INSERT INTO order_claim SELECT merchant_id, order_number, transaction_id, '20260401', 1000 FROM payment WHERE order_number = 'A-5' | not entitled
        INSERT INTO journal VALUES ('tester', 'zz', 0, 0, 'OrderPlaced', '{}')                 | belongs to no payment
        INSERT INTO journal SELECT 'other', transaction_id, 9, 0, 'OrderPlaced', '{}' FROM payment WHERE order_number = 'A-1' | belongs to no payment
        UPDATE merchant_key SET number = 9                                                     | merchant key tester/9
        """)
    void tampering_is_found(String tampering, String finding) {
        tamper(tampering);
        assertFound(finding);
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', textBlock = """
        DELETE FROM journal WHERE version = 1                                                  | where 1 was expected
        DELETE FROM journal WHERE version = 2                                                  | ends before version 2
        UPDATE journal SET event = 'PaidByMagic' WHERE version = 2                             | unknown event PaidByMagic
        UPDATE journal SET event = 'NetCancelled', detail = '{"at":"2026-04-01T12:00:00"}' WHERE version = 1 | cannot follow
        """)
    void a_rewritten_journal_is_found(String tampering, String finding) {
        tamper(withoutGuards(tampering));
        assertFound(finding);
    }

    /** The journal's own guards have to be taken away first. */
    abstract String[] withoutGuards(String tampering);

    private void assertFound(String finding) {
        var findings = findings();
        assertTrue(findings.stream().anyMatch(it -> it.contains(finding)), findings::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        UPDATE journal SET event = 'X'
        DELETE FROM journal
        UPDATE merchant_journal SET who = 'X'
        DELETE FROM merchant_journal
        """)
    void the_journals_refuse_to_be_rewritten(String tampering) {
        assertThrows(IllegalStateException.class, () -> tamper(tampering));
        assertEquals(List.of(), findings());
    }
}
