package gyeolje.store;

import gyeolje.core.payment.PaymentStore.Stored;
import gyeolje.core.payment.StoreException;
import gyeolje.core.reconciliation.PaymentBook;
import gyeolje.core.value.TransactionId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads by transaction id, which begins with the day of the order in Seoul and is unique over all merchants. */
final class Book implements PaymentBook {
    private static final int FETCH = 500;
    private static final String OF_DAYS = "SELECT " + PaymentRow.COLUMNS
            + " FROM payment WHERE transaction_id >= ? AND transaction_id < ? ORDER BY transaction_id";
    private static final String BY_ID = "SELECT " + PaymentRow.COLUMNS + " FROM payment WHERE transaction_id = ?";

    private final Database database;
    private final PaymentCodec codec;

    Book(Database database, PaymentCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    @Override
    public void read(LocalDate first, LocalDate last, Consumer<Stored> each) {
        try (var connection = database.snapshot();
                var statement = connection.prepareStatement(OF_DAYS)) {
            statement.setFetchSize(FETCH);
            Statements.bind(statement, firstIdOf(first), firstIdOf(last.plusDays(1)));
            try (var row = statement.executeQuery()) {
                while (row.next()) each.accept(codec.read(PaymentRow.read(row)));
            }
        } catch (SQLException | UnreadableRowException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Optional<Stored> find(TransactionId id) {
        try {
            return database.ask(statements -> find(statements, id));
        } catch (SQLException | UnreadableRowException e) {
            throw unreadable(e);
        }
    }

    private Optional<Stored> find(Statements statements, TransactionId id) throws SQLException {
        try (var row = statements.query(BY_ID, id.text())) {
            return row.next() ? Optional.of(codec.read(PaymentRow.read(row))) : Optional.empty();
        }
    }

    private static String firstIdOf(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static StoreException unreadable(Exception e) {
        return StoreException.refused("the store cannot read: " + e.getMessage(), e);
    }
}
