package gyeolje.store;

import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session of a pen, opened when needed. One that has been in trouble is thrown away, never used again. */
final class SessionSlot {
    private static final Logger LOG = LoggerFactory.getLogger(SessionSlot.class);

    private final Database database;
    private Optional<Session> open = Optional.empty();

    SessionSlot(Database database) {
        this.database = database;
    }

    Session session() throws SQLException {
        if (open.isPresent()) return open.get();
        var session = database.openSession();
        open = Optional.of(session);
        return session;
    }

    boolean rolledBack() {
        if (open.isEmpty()) return false;
        try {
            open.get().rollback();
            return true;
        } catch (SQLException e) {
            LOG.warn("a rollback failed: {}", e.getMessage());
            return false;
        }
    }

    void discard() {
        var session = open;
        open = Optional.empty();
        session.ifPresent(SessionSlot::close);
    }

    private static void close(Session session) {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.debug("a session did not close cleanly: {}", e.getMessage());
        }
    }
}
