package gyeolje.proof.reconciliation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import gyeolje.core.payment.PaymentStore.Doubts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Everything that the sandbox can make wrong with a list, once each, in one list. */
    private static final List<String> CORRUPTIONS = List.of(
            "missing-at-acquirer",
            "missing-here",
            "wrong-amount",
            "wrong-day",
            "duplicate-number",
            "two-approvals",
            "other-number",
            "cancelled-there",
            "not-cancelled-there",
            "partly-cancelled",
            "unreadable-line");

    @Test
    void whatever_is_wrong_with_a_list_is_found_named_and_counted_and_nothing_is_changed() throws Exception {
        try (var scene = new Scene(folder)) {
            for (int i = 0; i < CORRUPTIONS.size(); i++)
                assertTrue(scene.buy().heard().isSuccess());
            assertTrue(scene.cancel(scene.buy().transaction()).isSuccess());
            assertFinds(scene, scene.trades(), Map.of());
            for (var one : CORRUPTIONS) assertFinds(scene, scene.trades(one), Map.of(one, 1));
            assertFinds(
                    scene,
                    scene.trades(String.join(",", CORRUPTIONS)),
                    CORRUPTIONS.stream().collect(Collectors.toMap(it -> it, _ -> 1)));
            assertFinds(scene, scene.trades(), Map.of());
            assertEquals(0, scene.verify().code());
            assertEquals(1, scene.ledger().path("calls").path("cancel").asInt());
        }
    }

    /** In all three formats, and nothing besides. */
    private static void assertFinds(Scene scene, List<String> list, Map<String, Integer> findings) throws Exception {
        var text = scene.reconcile(list, "--close-unlisted");
        assertEquals(findings.isEmpty() ? 0 : 1, text.code(), text.out() + text.err());
        findings.forEach((name, count) ->
                assertTrue(text.out().contains(name + " (" + count + "): "), () -> name + " is not in " + text.out()));
        var json = Scene.json(scene.reconcile(list, "--format", "json").out()).path("findings");
        assertEquals(
                findings,
                counted(json.valueStream().map(it -> it.path("finding").asText())));
        var csv = scene.reconcile(list, "--format", "csv").out().lines().skip(1);
        assertEquals(findings, counted(csv.map(line -> line.substring(0, line.indexOf(',')))));
    }

    private static Map<String, Integer> counted(Stream<String> names) {
        return names.collect(Collectors.toMap(it -> it, _ -> 1, Integer::sum));
    }

    /** Somebody cancels in the acquirer's console what the gateway may not, or cannot, give back by itself. */
    @Test
    void what_is_never_cancelled_is_seen_and_closed_by_the_list_of_what_was_done_by_hand() throws Exception {
        try (var scene = new Scene(folder)) {
            scene.clock().fallBehind(Doubts.OVERDUE);
            var paid = scene.buy().transaction();
            scene.fault("cancel", "drop-before", -1);
            assertEquals("9001", scene.cancel(paid).responseCode());
            scene.fault("approve", "wrong-amount", 1);
            var wrong = scene.buy();
            assertEquals("9001", wrong.heard().responseCode());
            assertEquals(0, scene.metric("gyeolje_cancels_overdue"));
            scene.clock().putRight();
            Scene.until(
                    "both are overdue",
                    () -> scene.metric("gyeolje_cancels_overdue") == 1 && scene.metric("gyeolje_voids_overdue") == 1);
            assertEquals(1, scene.health().path("cancels_overdue").asInt());
            assertTrue(scene.health().path("cancels_remedy").asText().contains("gyeolje reconcile"));
            assertEquals(1, scene.health().path("voids_overdue").asInt());
            assertTrue(scene.health().path("voids_remedy").asText().contains("gyeolje reconcile"));

            Scene.until("the gateway has looked at both since, and the report names them", () -> {
                var open = scene.reconcile(scene.trades());
                assertEquals(1, open.code());
                assertTrue(open.out().contains("cancel-overdue (1)"), open.out());
                return open.out().contains("void-overdue (1)");
            });
            scene.cancelInTheConsole(paid);
            scene.cancelInTheConsole(wrong.transaction());
            var closed = scene.reconcile(scene.trades());
            assertEquals(0, closed.code(), closed.out());
            assertTrue(closed.out().contains("[repaired]"), closed.out());
            assertEquals("0000", scene.cancel(paid).responseCode());
            assertEquals(0, scene.metric("gyeolje_cancels_overdue"));
            assertEquals(0, scene.metric("gyeolje_voids_overdue"));
            assertEquals(0, scene.verify().code());
        }
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
