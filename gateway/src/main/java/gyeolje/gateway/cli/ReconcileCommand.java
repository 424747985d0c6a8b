package gyeolje.gateway.cli;

import gyeolje.core.payment.StoreException;
import gyeolje.core.reconciliation.TradeList;
import gyeolje.core.value.SiteCode;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.reconciliation.Reconciler;
import gyeolje.gateway.reconciliation.Reconciler.Repairs;
import gyeolje.gateway.reconciliation.Report;
import gyeolje.gateway.reconciliation.ReportFormat;
import gyeolje.gateway.reconciliation.TradeListFile;
import gyeolje.store.Reconciliations;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Compares our record of a day with the acquirer's trade list (대사). */
@Command(
        name = "reconcile",
        description = {
            "Compares this gateway's record of a day in Seoul with the acquirer's trade list, and says what differs and what"
                    + " to do. May run beside gateways.",
            "The list is CSV with the columns tno,order_no,type,amount,time,state.",
            "A payment that is stuck, or was given up, and is in the list is repaired: the gateway then cancels the approval"
                    + " itself. Everything else is left to you, and counted in the gateways' metrics until a later run of that day"
                    + " finds it gone, or --acknowledge.",
            "Exit code 0: nothing differs or all of it was repaired; 1: findings remain; 2: wrong usage."
        },
        mixinStandardHelpOptions = true)
public final class ReconcileCommand implements Callable<Integer> {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private final Time time;

    @Mixin
    private ConfigOption config = new ConfigOption();

    @Option(
            names = "--trades",
            required = true,
            paramLabel = "FILE",
            description = "the acquirer's trade list of the day")
    private Path trades = Path.of("trades.csv");

    @Option(names = "--date", paramLabel = "yyyyMMdd", description = "the day in Seoul (default: yesterday)")
    private String date = "";

    @Option(names = "--format", defaultValue = "text", description = "text, csv or json (default ${DEFAULT-VALUE})")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--dry-run", description = "only say what would be repaired")
    private boolean dryRun;

    @Option(
            names = "--close-unlisted",
            description = "the list is whole: close stuck payments of this day that are not in it, as never approved."
                    + " Refused while other findings show that something is missing from the list")
    private boolean closeUnlisted;

    @Option(
            names = "--acknowledge",
            description =
                    "you have seen to what is found: it is still reported here, and no longer counted by gateways")
    private boolean acknowledge;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public ReconcileCommand() {
        this(Time.system());
    }

    ReconcileCommand(Time time) {
        this.time = time;
    }

    @Override
    public Integer call() {
        if (dryRun && closeUnlisted) throw wrong("--dry-run and --close-unlisted exclude each other");
        var now = time.instant();
        var today = LocalDate.ofInstant(now, SEOUL);
        var day = date.isEmpty() ? today.minusDays(1) : day(date);
        if (day.isAfter(today)) throw wrong("the day " + date + " has not begun");
        var settings = config.settings();
        var list = read();
        var site = settings.kcp().siteCode();
        var report = StoreTool.withExisting(settings, store -> {
            var compared = new Reconciler(store.book(), store, site, now).compare(day, list, repairs());
            if (!dryRun) record(store.reconciliations(), site, compared);
            return compared;
        });
        var out = spec.commandLine().getOut();
        format.write(report, out);
        if (day.equals(today)) warnOfUnfinishedDay(spec.commandLine().getErr());
        out.flush();
        return report.isSettled() ? 0 : 1;
    }

    /** What is reported here is counted there; whoever reads the report must get it in any case. */
    private void record(Reconciliations reconciliations, SiteCode site, Report report) {
        try {
            reconciliations.record(
                    site,
                    report.day(),
                    report.findings().stream()
                            .map(it -> new Reconciliations.Finding(
                                    it.what(), it.fate().words(), it.remains() && !acknowledge))
                            .toList());
        } catch (StoreException e) {
            var err = spec.commandLine().getErr();
            err.println("gyeolje: gateways do not show these findings: " + e.getMessage());
            err.flush();
        }
    }

    private static void warnOfUnfinishedDay(PrintWriter err) {
        err.println("gyeolje: the day is not over: what was paid after the list was made is named as missing");
        err.flush();
    }

    private Repairs repairs() {
        if (dryRun) return Repairs.NONE;
        return closeUnlisted ? Repairs.LISTED_AND_UNLISTED : Repairs.LISTED;
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw wrong("--date is a day written yyyyMMdd, such as 20260401: " + text);
        }
    }

    /** All that counts in it is ASCII, so a foreign encoding spoils only lines that are wrong anyway. */
    private TradeList read() {
        if (!Files.isReadable(trades) || Files.isDirectory(trades)) throw wrong("there is no readable file " + trades);
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (var reader = new BufferedReader(new InputStreamReader(Files.newInputStream(trades), decoder))) {
            return TradeListFile.read(reader);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + trades + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
