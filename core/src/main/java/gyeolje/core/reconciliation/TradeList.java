package gyeolje.core.reconciliation;

import java.util.List;

/** The acquirer's trades of a day, as far as they could be read. */
public record TradeList(List<Trade> trades, List<Unreadable> unreadable) {
    public record Unreadable(int line, String why) {}
}
