package gyeolje.sandbox;

import gyeolje.sandbox.control.Control;
import gyeolje.sandbox.gate.Gate;
import gyeolje.sandbox.gate.Operation;
import gyeolje.sandbox.window.Windows;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands each request to the part that answers it. */
record Listener(Gate gate, Windows windows, Control control) {
    private static final Logger LOG = LoggerFactory.getLogger(Listener.class);
    private static final int LARGEST_BODY = 256 * 1024;

    void serve(HttpServerRequest http) {
        Buffer body = Buffer.buffer();
        http.handler(part -> {
            if (body.length() + part.length() <= LARGEST_BODY) {
                body.appendBuffer(part);
            } else if (!http.response().ended()) {
                http.response()
                        .setStatusCode(413)
                        .putHeader("connection", "close")
                        .end();
            }
        });
        http.endHandler(_ -> {
            if (!http.response().ended()) {
                route(http, body);
            }
        });
        http.exceptionHandler(gone -> LOG.debug("a caller went away: {}", gone.getMessage()));
    }

    private void route(HttpServerRequest http, Buffer body) {
        try {
            dispatch(http, body);
        } catch (RuntimeException bug) {
            LOG.error("{} {} failed", http.method(), http.path(), bug);
            if (!http.response().ended()) {
                http.response().setStatusCode(500).end();
            }
        }
    }

    private void dispatch(HttpServerRequest http, Buffer body) {
        String path = String.valueOf(http.path());
        switch (path) {
            case "/trade/register.do", "/std/tradeReg/register" -> gate(Operation.REGISTER, http, path, body);
            case "/gw/enc/v1/payment" -> gate(Operation.APPROVE, http, path, body);
            case "/gw/mod/v1/cancel" -> gate(Operation.CANCEL, http, path, body);
            case "/std/inquery" -> gate(Operation.INQUIRY, http, path, body);
            default -> {
                if (path.startsWith("/_sandbox/")) {
                    control.serve(http, path, body);
                } else {
                    windows.serve(http, path, body);
                }
            }
        }
    }

    private void gate(Operation operation, HttpServerRequest http, String path, Buffer body) {
        if (http.method().equals(HttpMethod.POST)) {
            gate.serve(operation, http, path, body);
        } else {
            http.response().setStatusCode(405).putHeader("allow", "POST").end();
        }
    }
}
