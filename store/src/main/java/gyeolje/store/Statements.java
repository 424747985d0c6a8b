package gyeolje.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** The prepared statements of one connection, each prepared once. */
final class Statements {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement of(String sql) throws SQLException {
        var known = prepared.get(sql);
        if (known != null) return known;
        var statement = connection.prepareStatement(sql);
        prepared.put(sql, statement);
        return statement;
    }

    /** Text and whole numbers in order; an empty number is null. */
    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        bind(statement, 1, values);
    }

    /** From a place on; answers the next place. */
    private static int bind(PreparedStatement statement, int from, Object[] values) throws SQLException {
        int place = from;
        for (var value : values) {
            switch (value) {
                case String text -> statement.setString(place, text);
                case Long number -> statement.setLong(place, number);
                case Integer number -> statement.setInt(place, number);
                case Boolean flag -> statement.setBoolean(place, flag);
                case OptionalLong number when number.isPresent() -> statement.setLong(place, number.getAsLong());
                case OptionalLong _ -> statement.setNull(place, Types.BIGINT);
                default -> throw new IllegalArgumentException("cannot bind a " + value.getClass());
            }
            place++;
        }
        return place;
    }

    /** The values of one row behind those of the other. */
    <T> PreparedStatement bound(String sql, List<T> rows, Function<T, Object[]> values) throws SQLException {
        var statement = of(sql);
        int place = 1;
        for (var row : rows) place = bind(statement, place, values.apply(row));
        return statement;
    }

    /** Of one question at a time: its rows are to be closed before it is asked again. */
    ResultSet query(String sql, Object... values) throws SQLException {
        var statement = of(sql);
        bind(statement, values);
        return statement.executeQuery();
    }

    int update(String sql, Object... values) throws SQLException {
        var statement = of(sql);
        bind(statement, values);
        return statement.executeUpdate();
    }
}
