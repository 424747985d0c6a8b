package gyeolje.bench.child;

import gyeolje.bench.Moments;
import gyeolje.bench.Town;
import gyeolje.core.value.Digests;
import gyeolje.core.value.Fingerprint;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.store.MasterKey;
import gyeolje.store.Store;
import gyeolje.store.StoreSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What most gateways do: the same statements on the same tables, one commit each, on connections of their own, prepared once. Rows
 * are as large as ours. It has neither HTTP nor JSON to do, which flatters it.
 */
final class NaivePeer implements Part {
    private static final String ORDER_DETAIL = "{\"window\":\"PC\",\"itemName\":\"한결 머그컵 2개\",\"returnUrl\":"
            + "\"https://shop.example/payments/return\",\"appUrl\":\"\",\"cashReceipt\":\"BY_KAKAOPAY\",\"userAgent\":"
            + "\"gyeolje-bench\",\"site\":\"T0000\",\"orderedAt\":\"2026-04-01T03:00:00.123456789Z\"}";
    private static final String SEALED = "A".repeat(152);
    private static final String ATTEMPT = "{\"attempt\":{\"authentication\":\"" + "a".repeat(64)
            + "\",\"day\":\"2026-04-01\",\"startedAt\":" + "\"2026-04-01T03:00:00.123456789Z\"}}";
    private static final String APPROVED = ATTEMPT.substring(0, ATTEMPT.length() - 1)
            + ",\"approval\":{\"tno\":\"26040112000001\",\"amount\":1004,\"approvedAt\":\"2026-04-01T12:00\",\"means\":"
            + "{\"kind\":\"KAKAO_MONEY\",\"cashReceipt\":1004}}}";

    private final String url;
    private final int merchants;
    private final boolean sqlite;
    private final TransactionIds ids = new TransactionIds(InstantSource.system());
    private final AtomicLong numbers = new AtomicLong();

    private NaivePeer(String url, int merchants, boolean sqlite) {
        this.url = url;
        this.merchants = merchants;
        this.sqlite = sqlite;
    }

    /** Makes the tables as the gateway would. */
    static NaivePeer open(String url, int merchants) {
        var key = MasterKey.of(Town.MASTER_KEY);
        Store.open(StoreSettings.of(url, key, InstantSource.system()).forTool()).close();
        boolean sqlite = url.startsWith("sqlite:");
        return new NaivePeer(sqlite ? "jdbc:" + url : url, merchants, sqlite);
    }

    /** `order` or `payment`, how many connections, how many milliseconds. */
    @Override
    public String command(String line) throws Exception {
        var words = line.split(" ", -1);
        var desks = new ArrayList<Desk>();
        try {
            for (int i = 0; i < Integer.parseInt(words[1]); i++) desks.add(new Desk(connection()));
            List<Rounds.Round> rounds = new ArrayList<>();
            for (var desk : desks) rounds.add(words[0].equals("order") ? desk::order : desk::payment);
            return Rounds.run(Thread.ofPlatform().factory(), rounds, Long.parseLong(words[2]));
        } finally {
            for (var desk : desks) desk.connection.close();
        }
    }

    private Connection connection() throws SQLException {
        var connection = DriverManager.getConnection(url);
        if (sqlite) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA busy_timeout = 10000");
            }
        }
        connection.setAutoCommit(false);
        return connection;
    }

    /** One connection and its prepared statements. */
    private final class Desk {
        private final Connection connection;
        private final Map<String, PreparedStatement> prepared = new HashMap<>();
        private String merchant = "";
        private String number = "";
        private String transaction = "";

        Desk(Connection connection) {
            this.connection = connection;
        }

        void order() throws SQLException {
            long sequence = numbers.incrementAndGet();
            merchant = "m%04d".formatted(sequence % merchants);
            number = "N-%012d".formatted(sequence);
            transaction = ids.get().text();
            var fingerprint = Fingerprint.of(Moments.text(Moments.inSeoul()), Digests.sha256(number))
                    .text();
            ask("SELECT transaction_id FROM order_claim WHERE merchant_id = ? AND order_number = ?", merchant, number);
            ask(
                    "SELECT transaction_id FROM " + (sqlite ? "request" : "payment")
                            + " WHERE merchant_id = ? AND fingerprint = ?",
                    merchant,
                    fingerprint);
            change(
                    "INSERT INTO payment (merchant_id, transaction_id, order_number, fingerprint, amount, state, version,"
                            + " ordered_at, updated_at, order_detail, buyer_sealed, state_detail)"
                            + " VALUES (?, ?, ?, ?, 1004, 'ORDERED', 0, ?, ?, ?, ?, '{}')",
                    merchant,
                    transaction,
                    number,
                    fingerprint,
                    sequence,
                    sequence,
                    ORDER_DETAIL,
                    SEALED);
            if (sqlite)
                change(
                        "INSERT INTO request (fingerprint, merchant_id, transaction_id) VALUES (?, ?, ?)",
                        fingerprint,
                        merchant,
                        transaction);
            journal(0, "OrderPlaced", "{}");
            connection.commit();
        }

        void payment() throws SQLException {
            order();
            ask(
                    "SELECT version, due_at FROM payment WHERE merchant_id = ? AND transaction_id = ?"
                            + (sqlite ? "" : " FOR UPDATE"),
                    merchant,
                    transaction);
            ask("SELECT transaction_id FROM order_claim WHERE merchant_id = ? AND order_number = ?", merchant, number);
            for (var period : List.of("20260401", "202604", "guarantee"))
                change(
                        "INSERT INTO limit_use (merchant_id, period, won) VALUES (?, ?, 1004)"
                                + " ON CONFLICT (merchant_id, period) DO UPDATE SET won = limit_use.won + 1004",
                        merchant,
                        period);
            change(
                    "INSERT INTO order_claim (merchant_id, order_number, transaction_id, day, amount)"
                            + " VALUES (?, ?, ?, '20260401', 1004)",
                    merchant,
                    number,
                    transaction);
            move("PAYING", 1, ATTEMPT);
            move("PAID", 2, APPROVED);
        }

        private void move(String state, long version, String detail) throws SQLException {
            change(
                    "UPDATE payment SET state = ?, version = ?, updated_at = ?, state_detail = ?"
                            + " WHERE merchant_id = ? AND transaction_id = ?",
                    state,
                    version,
                    version,
                    detail,
                    merchant,
                    transaction);
            journal(version, state, detail);
            connection.commit();
        }

        private void journal(long version, String event, String detail) throws SQLException {
            change(
                    "INSERT INTO journal (merchant_id, transaction_id, version, at, event, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    merchant,
                    transaction,
                    version,
                    version,
                    event,
                    detail);
        }

        private void ask(String sql, Object... values) throws SQLException {
            try (var rows = bound(sql, values).executeQuery()) {
                rows.next();
            }
        }

        private void change(String sql, Object... values) throws SQLException {
            bound(sql, values).executeUpdate();
        }

        private PreparedStatement bound(String sql, Object... values) throws SQLException {
            var known = prepared.get(sql);
            var statement = known == null ? connection.prepareStatement(sql) : known;
            prepared.put(sql, statement);
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement;
        }
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void close() {}
}
