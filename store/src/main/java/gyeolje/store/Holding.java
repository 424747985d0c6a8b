package gyeolje.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Who holds the order number of a payment, as the claims say; kept as text, since verification trusts nothing. */
record Holding(String transaction, String day, long amount) {
    static Optional<Holding> read(ResultSet row) throws SQLException {
        var holder = row.getString("holder");
        if (row.wasNull()) return Optional.empty();
        return Optional.of(new Holding(holder, row.getString("day"), row.getLong("claimed")));
    }
}
