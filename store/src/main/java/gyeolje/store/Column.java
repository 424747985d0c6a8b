package gyeolje.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One column of many rows, sent to PostgreSQL as an array: a statement for a whole batch. */
record Column(String type, Object array) {
    static <T> Column text(Collection<T> rows, Function<T, String> value) {
        return new Column("text", rows.stream().map(value).toArray(String[]::new));
    }

    static <T> Column number(Collection<T> rows, ToLongFunction<T> value) {
        return new Column("bigint", rows.stream().mapToLong(value).boxed().toArray(Long[]::new));
    }

    static <T> Column optional(Collection<T> rows, Function<T, OptionalLong> value) {
        var array = new @Nullable Long[rows.size()];
        int i = 0;
        for (var row : rows) {
            var number = value.apply(row);
            array[i++] = number.isPresent() ? number.getAsLong() : null;
        }
        return new Column("bigint", array);
    }

    static PreparedStatement bind(PreparedStatement statement, Column... columns) throws SQLException {
        var connection = statement.getConnection();
        for (int i = 0; i < columns.length; i++) statement.setArray(i + 1, columns[i].on(connection));
        return statement;
    }

    private Array on(Connection connection) throws SQLException {
        return connection.createArrayOf(type, (Object[]) array);
    }
}
