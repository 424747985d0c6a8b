package gyeolje.gateway.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a request's body up to a size and within a time, both counted while it comes in. */
final class BodyReader {
    /** What became of the body; exactly one of the two is called, or neither when the connection is lost. */
    interface Outcome {
        void complete(byte[] body);

        void failed(int status);
    }

    private final HttpServerRequest request;
    private final int mostBytes;
    private final Duration within;
    private final Outcome outcome;
    private Buffer received = Buffer.buffer();
    private OptionalLong timer = OptionalLong.empty();
    private boolean ended;

    BodyReader(HttpServerRequest request, int mostBytes, Duration within, Outcome outcome) {
        this.request = request;
        this.mostBytes = mostBytes;
        this.within = within;
        this.outcome = outcome;
    }

    void begin() {
        var expected = Optional.ofNullable(request.getHeader(HttpHeaders.EXPECT));
        if (expected.isPresent() && !expected.get().equalsIgnoreCase("100-continue")) {
            outcome.failed(417);
            return;
        }
        var context = Contexts.current();
        var vertx = context.owner();
        request.handler(this::receive);
        request.endHandler(_ -> {
            timer.ifPresent(vertx::cancelTimer);
            if (end()) outcome.complete(received.getBytes());
        });
        context.runOnContext(_ -> beginToWait(vertx));
        if (expected.isPresent()) request.response().writeContinue();
    }

    /** What came together with the head, as most bodies do, has been read by now. */
    private void beginToWait(Vertx vertx) {
        if (!ended) timer = OptionalLong.of(vertx.setTimer(within.toMillis(), _ -> fail(408)));
    }

    /** Most bodies come in one piece, which is kept as it is. */
    private void receive(Buffer chunk) {
        if (ended) return;
        if (received.length() + chunk.length() > mostBytes) fail(413);
        else received = received.length() == 0 ? chunk : received.appendBuffer(chunk);
    }

    private void fail(int status) {
        if (end()) outcome.failed(status);
    }

    private boolean end() {
        boolean first = !ended;
        ended = true;
        return first;
    }
}
