package gyeolje.gateway.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An exception whose message is redacted, and so are those of its causes. */
final class RedactedThrowable implements IThrowableProxy {
    private final IThrowableProxy thrown;
    private final Redaction redaction;

    RedactedThrowable(IThrowableProxy thrown, Redaction redaction) {
        this.thrown = thrown;
        this.redaction = redaction;
    }

    @Override
    public @Nullable String getMessage() {
        return redacted(thrown.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return redacted(thrown.getOverridingMessage());
    }

    private @Nullable String redacted(@Nullable String message) {
        return message == null ? null : redaction.of(message);
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        var cause = thrown.getCause();
        return cause == null ? null : new RedactedThrowable(cause, redaction);
    }

    @Override
    public IThrowableProxy[] getSuppressed() {
        return Arrays.stream(thrown.getSuppressed())
                .map(suppressed -> new RedactedThrowable(suppressed, redaction))
                .toArray(IThrowableProxy[]::new);
    }

    @Override
    public String getClassName() {
        return thrown.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return thrown.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return thrown.getCommonFrames();
    }

    @Override
    public boolean isCyclic() {
        return thrown.isCyclic();
    }
}
