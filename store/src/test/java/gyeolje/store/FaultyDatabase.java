package gyeolje.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;

/** A database that fails to order. */
final class FaultyDatabase extends PassingDatabase {
    /** Where it fails. */
    enum When {
        NEVER,
        OPENING,
        STORING,
        /** The commit arrives, its answer does not. */
        AFTER_COMMIT,
        INSTEAD_OF_COMMIT
    }

    private final AtomicReference<When> when = new AtomicReference<>(When.NEVER);

    FaultyDatabase(Database database) {
        super(database);
    }

    void fail(When at) {
        when.set(at);
    }

    private void check(When here) throws SQLException {
        if (when.get() == here) throw new SQLException("failed to order: " + here);
    }

    @Override
    public Session openSession() throws SQLException {
        if (when.get() != When.NEVER) throw new SQLException("cannot be opened, to order");
        return new FaultySession(super.openSession());
    }

    private final class FaultySession implements Session {
        private final Session session;

        FaultySession(Session session) {
            this.session = session;
        }

        @Override
        public void begin() throws SQLException {
            session.begin();
        }

        @Override
        public WorkingSet load(Needs needs) throws SQLException {
            return session.load(needs);
        }

        @Override
        public void store(Changes changes) throws SQLException {
            check(When.STORING);
            session.store(changes);
        }

        @Override
        public void commit() throws SQLException {
            check(When.INSTEAD_OF_COMMIT);
            session.commit();
            check(When.AFTER_COMMIT);
        }

        @Override
        public void rollback() throws SQLException {
            session.rollback();
        }

        @Override
        public void probe() throws SQLException {
            session.probe();
        }

        @Override
        public void close() throws SQLException {
            session.close();
        }
    }
}
