package gyeolje.proof.world;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A line to the acquirer for each operation. */
public record Lines(FaultyLine register, FaultyLine approve, FaultyLine cancel, FaultyLine inquiry)
        implements AutoCloseable {
    public static Lines to(int acquirer) {
        try {
            return new Lines(
                    FaultyLine.to(acquirer), FaultyLine.to(acquirer), FaultyLine.to(acquirer), FaultyLine.to(acquirer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Settings.Ports ports() {
        return new Settings.Ports(register.port(), approve.port(), cancel.port(), inquiry.port());
    }

    @Override
    public void close() {
        register.close();
        approve.close();
        cancel.close();
        inquiry.close();
    }
}
