package gyeolje.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The acquirer's own books: the truth about money. */
final class Ledger {
    /** One approval. */
    static final class Trade {
        final String tno;
        final String transaction;
        final String merchant;
        final String orderNumber;
        final long won;
        final long approvedAt;
        private long visibleFrom;
        private long cancelledAt = -1;

        Trade(String tno, Approving of, long won, long approvedAt) {
            this.tno = tno;
            this.transaction = of.transaction();
            this.merchant = of.merchant();
            this.orderNumber = of.orderNumber();
            this.won = won;
            this.approvedAt = approvedAt;
        }

        boolean isLive() {
            return cancelledAt < 0;
        }

        long cancelledAt() {
            return cancelledAt;
        }

        void cancel(long at) {
            if (isLive()) cancelledAt = at;
        }

        long visibleFrom() {
            return visibleFrom;
        }

        void hideUntil(long micros) {
            visibleFrom = micros;
        }
    }

    /** What an approval is asked for. */
    record Approving(String merchant, String orderNumber, String transaction, long won) {}

    private final Map<String, Trade> byTno = new LinkedHashMap<>();
    private final Map<String, List<Trade>> byTransaction = new LinkedHashMap<>();

    Trade approve(Approving asked, long won, long at) {
        var trade = new Trade("%014d".formatted(24_000_000_000_000L + byTno.size()), asked, won, at);
        byTno.put(trade.tno, trade);
        byTransaction
                .computeIfAbsent(asked.transaction(), _ -> new ArrayList<>())
                .add(trade);
        return trade;
    }

    Optional<Trade> trade(String tno) {
        return Optional.ofNullable(byTno.get(tno));
    }

    List<Trade> of(String transaction) {
        return byTransaction.getOrDefault(transaction, List.of());
    }

    Optional<Trade> live(String transaction) {
        return of(transaction).stream().filter(Trade::isLive).findFirst();
    }

    Collection<Trade> all() {
        return byTno.values();
    }

    long liveOf(String merchant, String orderNumber) {
        return byTno.values().stream()
                .filter(Trade::isLive)
                .filter(trade -> trade.merchant.equals(merchant) && trade.orderNumber.equals(orderNumber))
                .count();
    }

    long liveWon(String merchant) {
        return byTno.values().stream()
                .filter(Trade::isLive)
                .filter(trade -> trade.merchant.equals(merchant))
                .mapToLong(trade -> trade.won)
                .sum();
    }
}
