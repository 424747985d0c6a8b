package gyeolje.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** A database of its own for one test. */
interface Stage extends AutoCloseable {
    MasterKey KEY = MasterKey.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");

    String url();

    @Override
    void close() throws IOException;

    /** Past the store. */
    Connection connect() throws SQLException;
}
