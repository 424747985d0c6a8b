package gyeolje.bench.stock;

import gyeolje.bench.Sale;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What stored payments take of their merchants' limits. */
final class LimitSums {
    private static final String ADD = "INSERT INTO limit_use (merchant_id, period, won) VALUES (?, ?, ?)"
            + " ON CONFLICT (merchant_id, period) DO UPDATE SET won = limit_use.won + excluded.won";

    /** Of a merchant. */
    private record Key(String merchant, String period) {}

    private final Map<Key, AtomicLong> payments = new ConcurrentHashMap<>();

    void count(Payment payment) {
        var day = payment.claimDay();
        for (var period : new String[] {day, day.substring(0, 6), "guarantee"})
            payments.computeIfAbsent(new Key(payment.merchant(), period), _ -> new AtomicLong())
                    .incrementAndGet();
    }

    void write(Connection connection) throws SQLException {
        var sorted = new TreeMap<String, Map.Entry<Key, AtomicLong>>();
        for (var it : payments.entrySet())
            sorted.put(it.getKey().merchant() + "/" + it.getKey().period(), it);
        try (var statement = connection.prepareStatement(ADD)) {
            for (var it : sorted.values()) {
                statement.setString(1, it.getKey().merchant());
                statement.setString(2, it.getKey().period());
                statement.setLong(3, it.getValue().get() * Sale.WON);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
