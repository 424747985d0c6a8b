package gyeolje.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A walk through the journal beside one through the payments. */
final class JournalCursor {
    private final ResultSet row;
    private boolean present;

    JournalCursor(ResultSet row) throws SQLException {
        this.row = row;
        advance();
    }

    void advance() throws SQLException {
        present = row.next();
    }

    boolean isPresent() {
        return present;
    }

    boolean isBefore(PaymentRow payment) throws SQLException {
        return present && compare(payment) < 0;
    }

    /** Perhaps under the name of another merchant. */
    boolean isAt(PaymentRow payment) throws SQLException {
        return present && compare(payment) == 0;
    }

    boolean isOf(PaymentRow payment) throws SQLException {
        return isAt(payment) && row.getString("merchant_id").equals(payment.merchant());
    }

    private int compare(PaymentRow payment) throws SQLException {
        return row.getString("transaction_id").compareTo(payment.transaction());
    }

    String name() throws SQLException {
        return row.getString("merchant_id") + "/" + row.getString("transaction_id") + " version " + version();
    }

    long version() throws SQLException {
        return row.getLong("version");
    }

    String event() throws SQLException {
        return row.getString("event");
    }

    String detail() throws SQLException {
        return row.getString("detail");
    }
}
