package gyeolje.store;

import java.sql.SQLException;
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
    SeveralRows(String before, String row, String behind) {
        for (int i = 0; i < SIZES.length; i++) {
            var text = new StringBuilder(before);
            for (int place = 0; place < SIZES[i]; place++)
                text.append(place == 0 ? "" : ", ").append(row.replace("#", Integer.toString(place)));
            texts[i] = text.append(behind).toString();
        }
    }

    static SeveralRows insert(String table, String columns, String behind) {
        var row = "(" + columns.replaceAll("\\w+", "?") + ")";
        return new SeveralRows("INSERT INTO " + table + " (" + columns + ") VALUES ", row, behind);
    }

    /** What is done with some of the rows, and the text for as many. */
    @FunctionalInterface
    interface Portion<T> {
        void take(String sql, List<T> rows) throws SQLException;
    }

    <T> void each(List<T> rows, Portion<T> portion) throws SQLException {
        int from = 0;
        for (int i = 0; i < SIZES.length; i++)
            for (; rows.size() - from >= SIZES[i]; from += SIZES[i])
                portion.take(texts[i], rows.subList(from, from + SIZES[i]));
    }

    <T> void write(Statements statements, List<T> rows, Function<T, Object[]> values) throws SQLException {
        each(rows, (sql, some) -> {
            var statement = statements.of(sql);
            int place = 1;
            for (var row : some) place = Statements.bind(statement, place, values.apply(row));
            statement.executeUpdate();
        });
    }
}
