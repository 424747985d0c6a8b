package gyeolje.proof.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** An approval whose answer was lost, at an acquirer that cannot be asked: it is seen, and the trade list ends it. */
final class ReconciliationTest {
    private static final String STUCK = "gyeolje_payments_stuck";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_lost_approval_is_stuck_for_all_to_see_until_the_trade_list_gives_the_money_back() throws Exception {
        var log = listen();
        try (var scene = new Scene(folder)) {
            scene.fault("approve", "drop-after", 1);
            var lost = scene.buy();
            assertEquals("9001", lost.heard().responseCode());
            assertEquals("approved", scene.stateThere(lost.transaction()));

            Scene.until("the alarm is raised", () -> scene.metric(STUCK) == 1);
            assertEquals(1, scene.health().path("payments_stuck").asInt());
            assertTrue(scene.health().path("stuck_remedy").asText().contains("gyeolje reconcile"));
            assertTrue(
                    errors(log).stream()
                            .anyMatch(it -> it.contains(lost.transaction()) && it.contains("gyeolje reconcile")),
                    () -> errors(log).toString());

            var run = scene.reconcile(scene.trades());
            assertEquals(0, run.code(), run.out() + run.err());
            assertTrue(run.out().contains(lost.transaction()) && run.out().contains("[repaired]"), run.out());

            Scene.until(
                    "the money is back",
                    () -> scene.stateThere(lost.transaction()).equals("cancelled"));
            Scene.until("nothing is open", () -> scene.metric("gyeolje_payments_in_doubt") == 0);
            assertEquals(0, scene.metric(STUCK));
            assertFalse(scene.health().has("stuck_remedy"));
            assertEquals(1, scene.ledger().path("calls").path("approve").asInt());

            var again = scene.reconcile(scene.trades());
            assertEquals(0, again.code());
            assertTrue(again.out().contains("nothing found"), again.out());
            var verified = scene.verify();
            assertEquals(0, verified.code(), verified.out());
            assertTrue(verified.out().contains("1,004 voided"), verified.out());
        } finally {
            stopListening(log);
        }
    }

    @Test
    void whatever_is_wrong_with_a_list_is_found_and_nothing_is_changed() throws Exception {
        try (var scene = new Scene(folder)) {
            for (int i = 0; i < 3; i++) assertTrue(scene.buy().heard().isSuccess());
            var list = scene.trades();
            assertEquals(4, list.size());
            assertFinds(scene, list, "nothing found", 0);

            var wrongAmount = new ArrayList<>(list);
            wrongAmount.set(2, list.get(2).replace(",1004,", ",1003,"));
            assertFinds(scene, wrongAmount, "wrong-amount (1)", 1);

            var duplicate = new ArrayList<>(list);
            duplicate.add(list.get(1));
            assertFinds(scene, duplicate, "duplicate-number (1)", 1);

            var missing = new ArrayList<>(list);
            missing.remove(1);
            assertFinds(scene, missing, "missing-at-acquirer (1)", 1);

            var foreign = new ArrayList<>(list);
            foreign.add("99999999999999,20170101000000ZZ0000,KAKAO_MONEY,1004," + Scene.today() + "120000,approved");
            assertFinds(scene, foreign, "missing-here (1)", 1);

            var cancelled = new ArrayList<>(list);
            cancelled.set(1, list.get(1).replace(",approved", ",cancelled"));
            assertFinds(scene, cancelled, "cancelled-there (1)", 1);

            var broken = new ArrayList<>(list);
            broken.set(1, list.get(1).substring(0, 30));
            assertFinds(scene, broken, "unreadable-line (1)", 1);

            assertFinds(scene, list, "nothing found", 0);
            assertEquals(0, scene.verify().code());
            assertEquals(0, scene.ledger().path("calls").path("cancel").asInt());
        }
    }

    private static void assertFinds(Scene scene, List<String> list, String finding, int code) throws Exception {
        var run = scene.reconcile(list, "--close-unlisted");
        assertTrue(run.out().contains(finding), run.out() + run.err());
        assertEquals(code, run.code(), run.out());
    }

    @Test
    void an_acquirer_that_does_not_answer_is_left_alone_until_it_does() throws Exception {
        try (var scene = new Scene(folder)) {
            scene.fault("approve", "drop-before", -1);
            scene.fault("inquiry", "drop-before", -1);
            Scene.until("the breaker opens", () -> {
                assertEquals("9001", scene.buy().heard().responseCode());
                return scene.health().path("breaker_approve").asText().equals("open");
            });
            assertEquals(1, scene.metric("gyeolje_breaker_open{operation=\"approve\"}"));
            assertEquals("closed", scene.health().path("breaker_register").asText());
            int asked = scene.ledger().path("calls").path("approve").asInt();
            assertEquals("9001", scene.buy().heard().responseCode());
            assertEquals(asked, scene.ledger().path("calls").path("approve").asInt());

            scene.noFaults();
            Scene.until(
                    "it is found to be back", () -> scene.metric("gyeolje_breaker_open{operation=\"approve\"}") == 0);
            Scene.until("somebody pays again", () -> scene.buy().heard().isSuccess());
            assertEquals(0, scene.verify().code());
        }
    }

    private static ListAppender<ILoggingEvent> listen() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        root().addAppender(log);
        return log;
    }

    private static void stopListening(ListAppender<ILoggingEvent> log) {
        root().detachAppender(log);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static List<String> errors(ListAppender<ILoggingEvent> log) {
        return List.copyOf(log.list).stream()
                .filter(it -> it.getLevel() == Level.ERROR)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
