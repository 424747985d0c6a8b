package gyeolje.gateway.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Reads requests off a connection. What two readers could understand differently is refused where Netty, as RFC 9112 allows, would
 * choose one reading: a length beside chunks, a folded header. Bounds the number of headers. Tells {@link Arrival} how far a request has come.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {
    /** No UTF-8 text has this octet, so a body that ends in it is what a body of malformed chunks is: unreadable. */
    private static final byte[] NO_TEXT = {(byte) 0xFF};

    static final int MOST_HEADERS = 100;
    /** The request's own line, and the empty one at the end. */
    private static final int MOST_LINES = MOST_HEADERS + 2;

    private final Arrival arrival;
    private boolean inBody;
    private boolean lineEnded;
    private boolean folded;
    private int lines;

    /** Who wants to know about requests as they arrive. */
    interface Arrival {
        /** Something of a request's head is there, but not all. */
        void headIncomplete();

        void headComplete();

        void requestComplete();
    }

    /** Two readers could understand the request differently. */
    static final class AmbiguousRequest extends RuntimeException {
        private static final long serialVersionUID = 1L;

        AmbiguousRequest(String message) {
            super(message, null, false, false);
        }
    }

    /** Neither HTTP/1.0 nor HTTP/1.1. */
    static final class UnsupportedVersion extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnsupportedVersion(String version) {
            super(version, null, false, false);
        }
    }

    StrictDecoder(HttpServerOptions options, Arrival arrival) {
        super(options);
        this.arrival = arrival;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf buffer, List<Object> out) throws Exception {
        int before = out.size();
        boolean head = !inBody;
        int start = buffer.readerIndex();
        super.decode(ctx, buffer, out);
        if (head) lookAtLines(buffer, start);
        for (int i = before; i < out.size(); i++) out.set(i, judge(out.get(i)));
        if (head && !inBody && out.size() == before && (buffer.isReadable() || lineEnded)) arrival.headIncomplete();
    }

    private Object judge(Object decoded) {
        if (decoded instanceof HttpRequest request) {
            inBody = true;
            if (folded) request.setDecoderResult(DecoderResult.failure(new AmbiguousRequest("a folded header")));
            if (lines > MOST_LINES)
                request.setDecoderResult(DecoderResult.failure(new TooLongHttpHeaderException("too many headers")));
            folded = false;
            lines = 0;
            arrival.headComplete();
            return decoded;
        }
        var judged = decoded instanceof HttpObject part && part.decoderResult().isFailure() ? unreadable() : decoded;
        if (judged instanceof LastHttpContent) requestEnded();
        return judged;
    }

    private void requestEnded() {
        inBody = false;
        lineEnded = false;
        arrival.requestComplete();
    }

    private static HttpContent unreadable() {
        return new DefaultLastHttpContent(Unpooled.wrappedBuffer(NO_TEXT));
    }

    /** Counts them; they are consumed whole, so a fold is a blank behind a line break among what was consumed, or at its beginning. */
    private void lookAtLines(ByteBuf buffer, int start) {
        int end = buffer.readerIndex();
        if (end == start) return;
        if (lineEnded) lookAt(buffer, start);
        for (int at = buffer.indexOf(start, end, (byte) '\n'); at >= 0; at = buffer.indexOf(at + 1, end, (byte) '\n')) {
            lines++;
            if (at + 1 < end) lookAt(buffer, at + 1);
        }
        lineEnded = buffer.getByte(end - 1) == '\n';
    }

    private void lookAt(ByteBuf buffer, int lineStart) {
        byte first = buffer.getByte(lineStart);
        folded |= first == ' ' || first == '\t';
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new AmbiguousRequest("a length beside chunks");
    }

    @Override
    protected HttpMessage createMessage(String[] initialLine) {
        var version = initialLine[2];
        if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0") && !version.isEmpty())
            throw new UnsupportedVersion(version);
        return super.createMessage(initialLine);
    }
}
