package gyeolje.proof.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;

/** The acquirer's own book: whether money moved, whatever a page says. */
record Ledger(List<Approval> approvals, long approveCalls) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Approval(
            String transactionId, long amount, long cancelled, String state, long approveCalls, long cancelCalls) {
        private static Approval of(JsonNode row) {
            return new Approval(
                    row.path("ordr_idxx").asText(),
                    row.path("amount").asLong(),
                    row.path("cancelled").asLong(),
                    row.path("state").asText(),
                    row.path("approve_calls").asLong(),
                    row.path("cancel_calls").asLong());
        }
    }

    static Ledger read(String sandbox) {
        try (var book = URI.create(sandbox + "/_sandbox/ledger").toURL().openStream()) {
            var json = JSON.readTree(book);
            var approvals =
                    json.path("approvals").valueStream().map(Approval::of).toList();
            return new Ledger(approvals, json.path("calls").path("approve").asLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The payment was approved once, with this amount, and nothing was given back. */
    void assertPaid(String transactionId, long amount) {
        assertEquals(List.of(new Approval(transactionId, amount, 0, "approved", 1, 0)), of(transactionId));
    }

    /** All of it was given back, once. */
    void assertCancelled(String transactionId, long amount) {
        assertEquals(List.of(new Approval(transactionId, amount, amount, "cancelled", 1, 1)), of(transactionId));
    }

    /** No money has moved since. */
    void assertNothingPaidSince(Ledger earlier) {
        assertEquals(earlier.approvals(), approvals);
    }

    private List<Approval> of(String transactionId) {
        return approvals.stream()
                .filter(approval -> approval.transactionId().equals(transactionId))
                .toList();
    }
}
