package gyeolje.gateway.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** An event whose words, values and exceptions are redacted when they are asked for. What is never written is not given. */
final class RedactedEvent implements ILoggingEvent {
    private final ILoggingEvent event;
    private final Redaction redaction;

    RedactedEvent(ILoggingEvent event, Redaction redaction) {
        this.event = event;
        this.redaction = redaction;
    }

    @Override
    public String getFormattedMessage() {
        return redaction.of(String.valueOf(event.getFormattedMessage()));
    }

    @Override
    public String getMessage() {
        return getFormattedMessage();
    }

    @Override
    public Object[] getArgumentArray() {
        return new Object[0];
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        var pairs = event.getKeyValuePairs();
        if (pairs == null) return null;
        return pairs.stream()
                .map(pair -> new KeyValuePair(pair.key, redaction.of(pair.key, String.valueOf(pair.value))))
                .toList();
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        var thrown = event.getThrowableProxy();
        return thrown == null ? null : new RedactedThrowable(thrown, redaction);
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return Map.of();
    }

    @Override
    @SuppressWarnings("deprecation") // and yet abstract
    public Map<String, String> getMdc() {
        return Map.of();
    }

    @Override
    public String getThreadName() {
        return event.getThreadName();
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }
}
