package gyeolje.bench.child;

/** What a child process does. */
interface Part extends AutoCloseable {
    /** Where it listens; 0 when it does not. */
    int port();

    /** Does what one line asks for and answers in one line. */
    String command(String line) throws Exception;

    @Override
    void close();
}
