package gyeolje.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * A statement about rows, for many, some or one of them at a time: running one costs something whatever is in it. The sizes are few, so
 * that each is prepared once.
 */
final class SeveralRows {
    private static final int[] SIZES = {16, 4, 1};

    private final String[] texts = new String[SIZES.length];

    /** @param row the text of one row, in which `#` stands for its place among the others, counted from 0 */
    private SeveralRows(String before, String row, String behind) {
        for (int i = 0; i < SIZES.length; i++) {
            var text = new StringBuilder(before);
            for (int place = 0; place < SIZES[i]; place++)
                text.append(place == 0 ? "" : ", ").append(row.replace("#", Integer.toString(place)));
            texts[i] = text.append(behind).toString();
        }
    }

    static SeveralRows insert(String table, String columns, String behind) {
        return new SeveralRows(
                "INSERT INTO " + table + " (" + columns + ") VALUES ", "(" + placeholders(columns) + ")", behind);
    }

    /** A question about rows of the table `k`, whose first column `n` is to be the first of the answer. */
    static SeveralRows about(String columns, String question) {
        return new SeveralRows(
                "WITH k (n, " + columns + ") AS (VALUES ", "(#, " + placeholders(columns) + ")", ") " + question);
    }

    private static String placeholders(String columns) {
        return columns.replaceAll("\\w+", "?");
    }

    /** What is done with an answer about one of the rows. */
    @FunctionalInterface
    interface Answer<T> {
        void take(T about, ResultSet row) throws SQLException;
    }

    <T> void read(Statements statements, Collection<T> rows, Function<T, Object[]> values, Answer<T> answer)
            throws SQLException {
        each(rows, (sql, some) -> {
            try (var row = statements.bound(sql, some, values).executeQuery()) {
                while (row.next()) answer.take(some.get(row.getInt(1)), row);
            }
        });
    }

    <T> void write(Statements statements, Collection<T> rows, Function<T, Object[]> values) throws SQLException {
        each(rows, (sql, some) -> statements.bound(sql, some, values).executeUpdate());
    }

    /** Some of the rows, and the text for as many. */
    @FunctionalInterface
    private interface Portion<T> {
        void take(String sql, List<T> rows) throws SQLException;
    }

    private <T> void each(Collection<T> rows, Portion<T> portion) throws SQLException {
        var all = List.copyOf(rows);
        int from = 0;
        for (int i = 0; i < SIZES.length; i++)
            for (; all.size() - from >= SIZES[i]; from += SIZES[i])
                portion.take(texts[i], all.subList(from, from + SIZES[i]));
    }
}
