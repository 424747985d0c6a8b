package gyeolje.sandbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a sandbox is to run.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 lets the system choose
 * @param seed the sandbox's identity: tokens issued under one seed open under the same seed only, also after a restart
 * @param inquiryByOrder whether an inquiry may name {@code order_no} in place of {@code tno}
 * @param dataDirectory where the ledger is kept; without it the ledger lives in memory
 * @param publicUrl what browsers call this sandbox, without a closing slash; without it {@code http://host:port}
 * @param room for how many approvals there is room before its tables grow, which stops everybody for a moment once there are many
 */
public record SandboxOptions(
        String host,
        int port,
        long seed,
        boolean inquiryByOrder,
        Optional<Path> dataDirectory,
        Optional<String> publicUrl,
        int room) {
    static final int USUAL_ROOM = 1_000;

    public static SandboxOptions defaults() {
        return new SandboxOptions("127.0.0.1", 0, 1, false, Optional.empty(), Optional.empty(), USUAL_ROOM);
    }

    public SandboxOptions withHost(String other) {
        return new SandboxOptions(other, port, seed, inquiryByOrder, dataDirectory, publicUrl, room);
    }

    public SandboxOptions withPort(int other) {
        return new SandboxOptions(host, other, seed, inquiryByOrder, dataDirectory, publicUrl, room);
    }

    public SandboxOptions withSeed(long other) {
        return new SandboxOptions(host, port, other, inquiryByOrder, dataDirectory, publicUrl, room);
    }

    public SandboxOptions withInquiryByOrder(boolean other) {
        return new SandboxOptions(host, port, seed, other, dataDirectory, publicUrl, room);
    }

    public SandboxOptions withDataDirectory(Path other) {
        return new SandboxOptions(host, port, seed, inquiryByOrder, Optional.of(other), publicUrl, room);
    }

    public SandboxOptions withPublicUrl(String other) {
        return new SandboxOptions(host, port, seed, inquiryByOrder, dataDirectory, Optional.of(other), room);
    }

    public SandboxOptions withRoom(int other) {
        return new SandboxOptions(host, port, seed, inquiryByOrder, dataDirectory, publicUrl, other);
    }
}
