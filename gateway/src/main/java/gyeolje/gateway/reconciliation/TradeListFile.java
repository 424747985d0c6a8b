package gyeolje.gateway.reconciliation;

import gyeolje.core.reconciliation.Trade;
import gyeolje.core.reconciliation.TradeList;
import gyeolje.core.reconciliation.TradeList.Unreadable;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.Won;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A trade list as CSV: `tno,order_no,type,amount,time,state`, a trade on each line. No column may hold a comma, a quotation mark
 * or a line break, so a line is a record whatever is broken in the one before. A line that is not exactly as expected is
 * unreadable and never guessed at.
 */
public final class TradeListFile {
    private static final List<String> COLUMNS = List.of("tno", "order_no", "type", "amount", "time", "state");
    private static final Pattern ORDER = Pattern.compile("[!-~]{1,40}");
    private static final Pattern TYPE = Pattern.compile("[A-Z0-9_]{1,20}");
    private static final Pattern TIME = Pattern.compile("[0-9]{14}");
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);
    private static final int MOST_TRADES = 1_000_000;
    private static final int MOST_UNREADABLE = 1_000;
    private static final int LONGEST_LINE = 400;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final List<Trade> trades = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * Reads to the end.
     *
     * @throws TradeListException when this is no trade list at all, or more than can be held
     */
    public static TradeList read(Reader reader) throws IOException {
        var lines = new BoundedLines(reader, LONGEST_LINE);
        var header = lines.next().orElseThrow(() -> new TradeListException("the trade list is empty"));
        if (!isHeader(header.text()))
            throw new TradeListException("the trade list must begin with the line " + String.join(",", COLUMNS));
        var file = new TradeListFile();
        for (var line = lines.next(); line.isPresent(); line = lines.next()) file.add(line.get());
        return new TradeList(List.copyOf(file.trades), List.copyOf(file.unreadable));
    }

    /** Spreadsheets put a byte order mark before it and quotation marks around it. */
    private static boolean isHeader(String text) {
        var plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return cells(plain).equals(COLUMNS);
    }

    private void add(BoundedLines.Line line) {
        if (line.text().isEmpty() && !line.isCut()) return;
        var wrong = line.isCut() ? Optional.of("the line is too long") : addTrade(line);
        wrong.ifPresent(why -> unreadable.add(new Unreadable(line.number(), why)));
        if (trades.size() > MOST_TRADES)
            throw new TradeListException("the trade list has more than " + MOST_TRADES + " trades");
        if (unreadable.size() > MOST_UNREADABLE)
            throw new TradeListException("more than " + MOST_UNREADABLE + " lines of the trade list cannot be read");
    }

    /** What is wrong with the line, if anything. */
    private Optional<String> addTrade(BoundedLines.Line line) {
        var cells = cells(line.text());
        if (cells.size() != COLUMNS.size())
            return Optional.of(cells.size() + " columns where " + COLUMNS.size() + " belong");
        var amount = cells.get(3);
        var at = time(cells.get(4));
        var state = state(cells.get(5));
        if (!AcquirerTransactionId.isWellFormed(cells.get(0))) return Optional.of("tno is not a trade number");
        if (!ORDER.matcher(cells.get(1)).matches()) return Optional.of("order_no is not an order number");
        if (!TYPE.matcher(cells.get(2)).matches()) return Optional.of("type is not a means of payment");
        if (!Won.isWellFormed(amount)) return Optional.of("amount is not in won");
        if (at.isEmpty()) return Optional.of("time is not yyyyMMddHHmmss");
        if (state.isEmpty()) return Optional.of("state is not approved, partly_cancelled or cancelled");
        trades.add(new Trade(
                line.number(),
                new AcquirerTransactionId(cells.get(0)),
                cells.get(1),
                Won.of(amount),
                at.get(),
                state.get()));
        return Optional.empty();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(TradeListFile::unquoted).toList();
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    private static Optional<LocalDateTime> time(String text) {
        if (!TIME.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(LocalDateTime.parse(text, SECOND));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Trade.State> state(String text) {
        return switch (text) {
            case "approved" -> Optional.of(Trade.State.APPROVED);
            case "partly_cancelled" -> Optional.of(Trade.State.PARTLY_CANCELLED);
            case "cancelled" -> Optional.of(Trade.State.CANCELLED);
            default -> Optional.empty();
        };
    }

    private TradeListFile() {}
}
