package gyeolje.bench.child;

import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;

/** The acquirer, in memory. */
final class SandboxPart implements Part {
    /** More than a run makes: tables of several 100,000 entries that grow stop everybody for 50 ms. */
    private static final int ROOM = 1_000_000;

    private final Sandbox sandbox;

    SandboxPart(long seed) {
        sandbox = Sandbox.start(SandboxOptions.defaults()
                .withSeed(seed)
                .withInquiryByOrder(true)
                .withRoom(ROOM));
    }

    @Override
    public int port() {
        return sandbox.port();
    }

    @Override
    public String command(String line) {
        throw new IllegalArgumentException(line);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
