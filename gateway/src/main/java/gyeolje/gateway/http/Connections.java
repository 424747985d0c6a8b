package gyeolje.gateway.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.HttpServerConnection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The open connections of one event loop. Whoever keeps us waiting for longer than the bounds allow is cut off, and when there are as
 * many connections as there may be, one that is of no use makes room: first the longest open. Used on its event loop alone.
 */
final class Connections {
    /** How many connections are looked at, at most, to find one that can go. */
    private static final int MOST_LOOKS = 64;

    private final ConnectionBounds bounds;
    private final HttpServerOptions options;
    private final LongSupplier nanos;
    private final LinkedHashSet<ConnectionGuard> open = new LinkedHashSet<>();

    Connections(ConnectionBounds bounds, HttpServerOptions options, LongSupplier nanos) {
        this.bounds = bounds;
        this.options = options;
        this.nanos = nanos;
    }

    void opened(HttpConnection connection) {
        var context = ((HttpServerConnection) connection).channelHandlerContext();
        if (open.size() >= bounds.most() && !makeRoom()) {
            var _ = context.close();
            return;
        }
        var guard = new ConnectionGuard(bounds, nanos, open::remove);
        open.add(guard);
        var pipeline = context.pipeline();
        if (pipeline.get("httpDecoder") == null) {
            pipeline.addBefore("handler", "guard", guard);
            return;
        }
        pipeline.replace("httpDecoder", "httpDecoder", new StrictDecoder(options, guard));
        pipeline.addAfter("httpEncoder", "guard", guard);
    }

    private boolean makeRoom() {
        for (int looks = Math.min(open.size(), MOST_LOOKS); looks > 0; looks--) {
            var eldest = open.removeFirst();
            if (eldest.isDispensable()) {
                eldest.cutOff();
                return true;
            }
            open.addLast(eldest);
        }
        return false;
    }

    void sweep() {
        for (var guard : List.copyOf(open)) guard.check();
    }

    int size() {
        return open.size();
    }
}
