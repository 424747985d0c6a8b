package gyeolje.bench.child;

import gyeolje.sandbox.Sandbox;
import gyeolje.sandbox.SandboxOptions;

/** The acquirer, in memory. */
final class SandboxPart implements Part {
    private final Sandbox sandbox;

    SandboxPart(long seed) {
        sandbox = Sandbox.start(SandboxOptions.defaults().withSeed(seed).withInquiryByOrder(true));
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
