package gyeolje.gateway.cli;

import static gyeolje.gateway.cli.FirstOfApril.DAY;
import static gyeolje.gateway.cli.FirstOfApril.NOON;
import static gyeolje.gateway.cli.FirstOfApril.PRICE;
import static gyeolje.gateway.cli.FirstOfApril.TESTER;
import static gyeolje.gateway.cli.FirstOfApril.at;
import static gyeolje.gateway.cli.FirstOfApril.id;
import static gyeolje.gateway.cli.FirstOfApril.line;
import static gyeolje.gateway.cli.FirstOfApril.order;
import static gyeolje.gateway.cli.FirstOfApril.tno;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Attempt;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.PayRequested;
import gyeolje.core.payment.Event.ResolverGaveUp;
import gyeolje.core.payment.Lifecycle;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Payment;
import gyeolje.core.payment.PaymentStore.Advancing;
import gyeolje.core.payment.PaymentStore.Claiming;
import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.Verdict;
import gyeolje.core.reconciliation.Discrepancy.Kind;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Won;
import gyeolje.gateway.Adapters;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The command on the morning after, beside a gateway's store with a paid (1), a stuck (2) and another stuck payment (3). */
final class ReconcileCommandTest {
    private static final LocalDateTime SEOUL_NOON = LocalDateTime.parse("2026-04-01T12:00:00");
    private static final String PAID = line(1, "1000", "approved");
    private static final Time MORNING_AFTER = at("2026-04-01T23:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    private Path config = Path.of("");
    private final List<Store> stores = new ArrayList<>();

    @BeforeEach
    void fill() throws IOException {
        config = Files.writeString(folder.resolve("gyeolje.yaml"), "store: {url: 'sqlite:gyeolje.db'}\n");
        var store = Store.open(Adapters.store(SettingsFile.read(config, Map.of()), at("2026-04-01T03:00:00Z")));
        stores.add(store);
        advanced(
                claimed(1),
                new AcquirerApproved(new Approval(tno(1), PRICE, SEOUL_NOON, new Approval.Means.KakaoMoney(Won.ZERO))));
        stuck(2);
        stuck(3);
    }

    @AfterEach
    void close() {
        stores.forEach(Store::close);
    }

    private Store store() {
        return stores.getFirst();
    }

    private void stuck(int number) {
        var doubt = new Doubt(Doubt.Reason.NO_ANSWER, new Doubt.Trace.Unknown(), NOON);
        advanced(
                advanced(claimed(number), new ApprovalInDoubt(doubt, NOON)),
                new ResolverGaveUp(Doubt.Reason.CANNOT_ASK));
    }

    private Stored claimed(int number) {
        var ordered = new Payment.Ordered(order(number));
        store().place(ordered, Limits.UNLIMITED, DAY);
        var attempt = new Attempt(Digests.sha256("authentication " + number), DAY, NOON, 7);
        var claiming = store().claim(TESTER, id(number), new PayRequested(attempt, NOON), Limits.UNLIMITED);
        return assertInstanceOf(Claiming.Claimed.class, claiming).now();
    }

    private Stored advanced(Stored seen, Event event) {
        var next = assertInstanceOf(Verdict.Next.class, Lifecycle.decide(seen.payment(), event));
        return assertInstanceOf(Advancing.Advanced.class, store().advance(seen, event, next.payment()))
                .now();
    }

    private String state(int number) {
        return Payment.stateOf(store().find(TESTER, id(number)).orElseThrow().payment());
    }

    private record Run(int code, String out, String err) {}

    private Run reconcile(Time time, List<String> lines, String... options) throws IOException {
        var trades = folder.resolve("trades.csv");
        Files.writeString(trades, "tno,order_no,type,amount,time,state\n" + String.join("\n", lines) + "\n");
        var arguments = new ArrayList<>(List.of("--config", config.toString(), "--trades", trades.toString()));
        arguments.addAll(List.of(options));
        return run(time, arguments);
    }

    private static Run run(Time time, List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = CommandLineErrors.plain(new CommandLine(new ReconcileCommand(time)))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private void assertSound() {
        var findings = new ArrayList<String>();
        store().verify(findings::add);
        assertEquals(List.of(), findings);
    }

    @Test
    void stuck_payments_that_are_listed_are_repaired_and_nothing_remains() throws IOException {
        var run = reconcile(MORNING_AFTER, List.of(PAID, line(2, "1000", "approved"), line(3, "1000", "cancelled")));
        assertEquals(0, run.code(), run.out() + run.err());
        assertEquals("VOIDING VOIDED PAID", state(2) + " " + state(3) + " " + state(1));
        assertTrue(run.out().contains("2 findings, 0 remain"), run.out());
        assertSound();
    }

    @Test
    void a_second_reading_of_the_same_list_finds_the_gateway_at_work() throws IOException {
        var lines = List.of(PAID, line(2, "1000", "approved"), line(3, "1000", "cancelled"));
        reconcile(MORNING_AFTER, lines);
        var again = reconcile(MORNING_AFTER, lines);
        assertEquals(0, again.code());
        assertTrue(again.out().contains("2 payments agree, 1 under way"), again.out());
    }

    @Test
    void a_dry_run_changes_nothing_and_says_what_would_be() throws IOException {
        var run = reconcile(MORNING_AFTER, List.of(PAID, line(2, "1000", "approved")), "--dry-run");
        assertEquals(1, run.code());
        assertEquals("STUCK STUCK", state(2) + " " + state(3));
        assertTrue(run.out().contains("would be repaired without --dry-run"), run.out());
    }

    @Test
    void a_stuck_payment_that_is_not_listed_stays_stuck_until_somebody_vouches_for_the_list() throws IOException {
        var lines = List.of(PAID, line(2, "1000", "approved"));
        assertEquals(1, reconcile(MORNING_AFTER, lines).code());
        assertEquals("STUCK", state(3));
        assertEquals(0, reconcile(MORNING_AFTER, lines, "--close-unlisted").code());
        assertEquals("VOIDED", state(3));
        assertSound();
    }

    /** A dry run is no news to gateways, what is left to somebody is counted, what was seen to is not. */
    @Test
    void what_remains_is_counted_for_gateways_until_it_is_acknowledged() throws IOException {
        var lines = List.of(line(2, "1000", "approved"));
        reconcile(MORNING_AFTER, lines, "--dry-run");
        assertEquals(0, store().doubts().mismatches());
        reconcile(MORNING_AFTER, lines);
        assertEquals(2, store().doubts().mismatches());
        assertEquals(
                Map.of(Kind.MISSING_AT_ACQUIRER.id(), 1L, Kind.STUCK_NOT_LISTED.id(), 1L),
                store().reconciliations().remaining());
        assertEquals(1, reconcile(MORNING_AFTER, lines, "--acknowledge").code());
        assertEquals(0, store().doubts().mismatches());
        var journal = new StringWriter();
        var command =
                CommandLineErrors.plain(new CommandLine(new JournalCommand())).setOut(new PrintWriter(journal));
        assertEquals(0, command.execute("--config", config.toString(), id(3).text()));
        assertTrue(journal.toString().contains(Doubt.Reason.CANNOT_ASK.words()), journal.toString());
        assertTrue(journal.toString().contains("list of 2026-04-01: stuck-not-listed [open]"), journal.toString());
        assertEquals(1, command.execute("--config", config.toString(), id(999).text()));
    }

    @Test
    void a_list_that_misses_something_else_closes_nothing() throws IOException {
        var run = reconcile(MORNING_AFTER, List.of(line(2, "1000", "approved")), "--close-unlisted");
        assertEquals(1, run.code());
        assertEquals("STUCK", state(3));
        assertTrue(run.out().contains("the list is not whole"), run.out());
    }

    @Test
    void a_day_that_is_not_over_closes_nothing() throws IOException {
        var run = reconcile(
                at("2026-04-01T05:00:00Z"),
                List.of(PAID, line(2, "1000", "approved")),
                "--date",
                "20260401",
                "--close-unlisted");
        assertEquals(1, run.code());
        assertEquals("STUCK", state(3));
        assertTrue(run.err().contains("the day is not over"), run.err());
    }

    @Test
    void a_payment_closed_too_early_is_reopened_when_the_approval_turns_up() throws IOException {
        reconcile(MORNING_AFTER, List.of(PAID), "--close-unlisted");
        assertEquals("VOIDED", state(3));
        var run = reconcile(MORNING_AFTER, List.of(PAID, line(3, "1000", "approved")));
        assertEquals(0, run.code(), run.out());
        assertEquals("VOIDING", state(3));
        assertSound();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        26040100000001,20260401120000KK0001,KAKAO_MONEY,999,20260401120000,approved        | wrong-amount
        26040100000001,20260401120000KK0001,KAKAO_MONEY,1000,20260401120000,cancelled      | cancelled-there
        26040100000009,20260401120000KK0009,KAKAO_MONEY,1000,20260401120000,approved       | missing-here
        26040100000001,20260401120000KK0001,KAKAO_MONEY,1000,20260331235959,approved       | wrong-day
        26040100000001,20260401120000KK0001,KAKAO_MONEY,ten,20260401120000,approved        | unreadable-line
        """)
    void what_is_wrong_has_a_name_in_every_format(String line, String finding) throws IOException {
        for (var format : List.of("text", "csv", "json")) {
            var run = reconcile(MORNING_AFTER, List.of(line), "--format", format);
            assertEquals(1, run.code());
            assertTrue(run.out().contains(finding), run.out());
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        --date 20260431                 | --date is a day written yyyyMMdd
        --date 2026-04-01               | --date is a day written yyyyMMdd
        --date 20260403                 | has not begun
        --format xml                    | --format
        --dry-run --close-unlisted      | exclude each other
        --trades nowhere.csv            | there is no readable file nowhere.csv
        """)
    void wrong_usage_is_refused_in_one_line(String options, String words) {
        var arguments = new ArrayList<>(List.of("--config", config.toString()));
        if (!options.contains("--trades")) arguments.addAll(List.of("--trades", config.toString()));
        arguments.addAll(List.of(options.split(" ", -1)));
        var run = run(MORNING_AFTER, arguments);
        assertEquals(2, run.code(), run.err());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(words), run.err());
    }

    @Test
    void what_is_no_trade_list_changes_nothing() {
        var run = run(MORNING_AFTER, List.of("--config", config.toString(), "--trades", config.toString()));
        assertEquals(1, run.code());
        assertTrue(run.err().contains("must begin with the line tno,order_no"), run.err());
    }
}
