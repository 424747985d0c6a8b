package gyeolje.sandbox.window;

import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Seal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.InstantSource;
import java.util.function.Supplier;

/** The pages a buyer's browser sees. */
public final class Windows {
    public Windows(
            Ledger ledger,
            Authentications authentications,
            Seal seal,
            InstantSource clock,
            Supplier<String> publicUrl) {}

    public void serve(HttpServerRequest http, String path, Buffer body) {
        http.response().setStatusCode(404).end();
    }
}
