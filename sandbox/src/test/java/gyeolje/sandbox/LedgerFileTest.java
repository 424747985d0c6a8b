package gyeolje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox with a data directory forgets nothing it answered. */
class LedgerFileTest {
    @TempDir
    private Path directory = Path.of("");

    private Sandbox start() {
        return Sandbox.start(SandboxOptions.defaults().withDataDirectory(directory));
    }

    @Test
    void aRestartKeepsApprovalsCancelsRegistrationsAndWhatWasUsed() throws Exception {
        Map<String, String> request;
        JsonNode before;
        String cancelled;
        try (Sandbox sandbox = start()) {
            Caller caller = new Caller(sandbox.port());
            caller.call("/trade/register.do", Caller.registration(Caller.ORDER));
            request = Caller.approval(caller.authenticate(Caller.ORDER, "1004", "KAKAO_CARD"), Caller.ORDER, "1004");
            caller.approve(request);
            cancelled = caller.paid("20260401120000KK0002");
            caller.cancel(Caller.cancel(cancelled, "STSC"));
            before = caller.approvals();
        }
        try (Sandbox sandbox = start()) {
            Caller caller = new Caller(sandbox.port());
            assertEquals(before, caller.approvals());
            assertEquals("8094", caller.approve(request).get("res_cd"));
            assertEquals("8133", caller.cancel(Caller.cancel(cancelled, "STSC")).get("res_cd"));
            assertEquals(
                    "8338",
                    caller.call("/trade/register.do", Caller.registration(Caller.ORDER))
                            .get("Code"));
            String next = caller.paid("20260401120000KK0003");
            assertTrue(next.compareTo(cancelled) > 0, "trade numbers go on rising");
        }
    }

    @Test
    void anAuthenticationSurvivesARestart() throws Exception {
        Map<String, String> request;
        try (Sandbox sandbox = start()) {
            request = Caller.approval(
                    new Caller(sandbox.port()).authenticate(Caller.ORDER, "1004", "KAKAO_MONEY"), Caller.ORDER, "1004");
        }
        try (Sandbox sandbox = start()) {
            assertEquals("0000", new Caller(sandbox.port()).approve(request).get("res_cd"));
        }
    }

    @Test
    void aTornLastLineIsCutOff() throws Exception {
        try (Sandbox sandbox = start()) {
            new Caller(sandbox.port()).paid(Caller.ORDER);
        }
        Path file = directory.resolve("sandbox-ledger.jsonl");
        Files.writeString(file, "{\"event\":\"cancelled\",\"tno\":\"26", StandardOpenOption.APPEND);
        try (Sandbox sandbox = start()) {
            Caller caller = new Caller(sandbox.port());
            assertEquals("approved", caller.approvals().get(0).get("state").asText());
            caller.paid("20260401120000KK0002");
        }
        try (Sandbox sandbox = start()) {
            assertEquals(2, new Caller(sandbox.port()).approvals().size());
        }
    }

    @Test
    void anUnreadableLineStopsTheStart() throws Exception {
        Files.writeString(directory.resolve("sandbox-ledger.jsonl"), "nonsense\n");
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> start().close());
        assertTrue(String.valueOf(refused.getMessage()).contains("unreadable"));
    }

    @Test
    void aResetEmptiesTheFileToo() throws Exception {
        try (Sandbox sandbox = start()) {
            Caller caller = new Caller(sandbox.port());
            caller.paid(Caller.ORDER);
            caller.control("/_sandbox/reset", "");
            assertTrue(caller.approvals().isEmpty());
        }
        try (Sandbox sandbox = start()) {
            assertTrue(new Caller(sandbox.port()).approvals().isEmpty());
        }
    }
}
