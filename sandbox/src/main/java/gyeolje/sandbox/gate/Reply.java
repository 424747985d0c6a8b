package gyeolje.sandbox.gate;

import gyeolje.sandbox.wire.Json;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Map;

/** How an answer leaves, or does not. */
final class Reply {
    private static final String JSON = "application/json; charset=utf-8";

    private Reply() {}

    static void json(HttpServerRequest http, Map<String, String> fields) {
        raw(http, 200, Json.bytes(fields));
    }

    static void raw(HttpServerRequest http, int status, byte[] body) {
        if (!gone(http)) {
            http.response()
                    .setStatusCode(status)
                    .putHeader("content-type", JSON)
                    .end(Buffer.buffer(body));
        }
    }

    static void redirect(HttpServerRequest http, String location) {
        http.response().setStatusCode(302).putHeader("location", location).end();
    }

    /** Promises the whole and sends half, then hangs up. */
    static void truncated(HttpServerRequest http, byte[] body) {
        http.response().putHeader("content-type", JSON).putHeader("content-length", Integer.toString(body.length));
        http.response()
                .write(Buffer.buffer(body).slice(0, body.length / 2))
                .onComplete(_ -> http.connection().close());
    }

    /** Hangs up at once, with a TCP reset where the system can do that. */
    static void reset(HttpServerRequest http) {
        if (http.connection() instanceof ConnectionBase base) {
            Channel channel = base.channel();
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            var _ = channel.close();
        } else {
            http.connection().close();
        }
    }

    static boolean gone(HttpServerRequest http) {
        return http.response().closed() || http.response().ended();
    }
}
