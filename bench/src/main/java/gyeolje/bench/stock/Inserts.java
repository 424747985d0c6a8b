package gyeolje.bench.stock;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** The statement that puts a row into a table. */
final class Inserts {
    static String into(Model.Rows table) {
        var columns = table.columns();
        return "INSERT INTO " + table.table() + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    static void bind(PreparedStatement statement, @Nullable Object[] row) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            switch (row[i]) {
                case null -> statement.setNull(i + 1, Types.NULL);
                case String text -> statement.setString(i + 1, text);
                case Number number -> statement.setLong(i + 1, number.longValue());
                default -> throw new SQLException("a model row holds neither text nor a number: " + row[i]);
            }
        }
    }

    private Inserts() {}
}
