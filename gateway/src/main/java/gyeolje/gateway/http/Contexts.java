package gyeolje.gateway.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;

/** The event loop that a request came in on; answers go out on it. */
final class Contexts {
    static Context current() {
        return Objects.requireNonNull(Vertx.currentContext(), "requests are handled on an event loop");
    }

    private Contexts() {}
}
