package gyeolje.gateway.http;

import gyeolje.core.payment.ResponseCode;
import gyeolje.gateway.flow.Answer;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerConnection;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows what one connection is waiting for, and cuts it off when its client makes us wait for too long. Sits behind the decoder, where
 * HTTP/1 shows its requests and answers; on HTTP/2 it is told of them. Nothing more is read from a client that does not take its
 * answers.
 */
final class ConnectionGuard extends ChannelDuplexHandler implements StrictDecoder.Arrival {
    private static final AttributeKey<ConnectionGuard> KEY = AttributeKey.valueOf(ConnectionGuard.class, "guard");
    /** A body that is read is refused after the bound by its reader, who can say so; this is for bodies that nobody reads. */
    private static final Duration UNREAD_BODY = Duration.ofSeconds(1);

    /** What of a request has begun to arrive and is not all there. */
    private enum Part {
        NONE,
        HEAD,
        BODY
    }

    private final ConnectionBounds bounds;
    private final LongSupplier nanos;
    private final Consumer<ConnectionGuard> closed;
    private @Nullable ChannelHandlerContext context;
    private long since;
    private long stalledSince;
    private boolean used;
    private boolean everUsed;
    private Part arriving = Part.NONE;
    private boolean stalled;
    private boolean readHeld;
    private boolean givenUp;
    private int underWay;

    ConnectionGuard(ConnectionBounds bounds, LongSupplier nanos, Consumer<ConnectionGuard> closed) {
        this.bounds = bounds;
        this.nanos = nanos;
        this.closed = closed;
        this.since = nanos.getAsLong();
    }

    /**
     * Counts a request that came over HTTP/2, where many may be under way at once. A client that never acknowledges how many we
     * allow is held to it all the same: false means that this one is too much.
     */
    static boolean watchStream(HttpServerRequest request, int most) {
        var channel = ((HttpServerConnection) request.connection())
                .channelHandlerContext()
                .channel();
        var guard = channel.attr(KEY).get();
        if (guard == null) return true;
        if (guard.underWay >= most) return false;
        guard.headComplete();
        guard.requestComplete();
        request.response().endHandler(_ -> guard.answered());
        return true;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
        ctx.channel().attr(KEY).set(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        closed.accept(this);
        ctx.fireChannelInactive();
    }

    @Override
    public void headIncomplete() {
        if (arriving == Part.HEAD) return;
        arriving = Part.HEAD;
        if (underWay == 0) since = nanos.getAsLong();
    }

    @Override
    public void headComplete() {
        arriving = Part.BODY;
        used = true;
        everUsed = true;
        if (underWay++ == 0) since = nanos.getAsLong();
    }

    @Override
    public void requestComplete() {
        arriving = Part.NONE;
    }

    private void answered() {
        underWay = Math.max(0, underWay - 1);
        since = nanos.getAsLong();
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object msg, ChannelPromise promise) {
        if (msg instanceof LastHttpContent && !isInformational(msg)) answered();
        var _ = ctx.write(msg, promise);
    }

    private static boolean isInformational(Object msg) {
        return msg instanceof HttpResponse response && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    @Override
    public void read(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) ctx.read();
        else readHeld = true;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (readHeld && ctx.channel().isWritable()) {
            readHeld = false;
            ctx.read();
        }
        ctx.fireChannelWritabilityChanged();
    }

    /** Whether nobody misses the connection; one that was of use since the last look is spared once. */
    boolean isDispensable() {
        boolean spared = used;
        used = false;
        return !spared && isClientsTurn();
    }

    /** Whether the client is who is waited for. */
    private boolean isClientsTurn() {
        return underWay == 0 || (underWay == 1 && arriving == Part.BODY);
    }

    void check() {
        long now = nanos.getAsLong();
        if (isStalled(now)) cutOff();
        else if (isClientsTurn() && now - since > patience().toNanos()) giveUp();
    }

    private Duration patience() {
        if (underWay == 1) return bounds.read().plus(UNREAD_BODY);
        return arriving != Part.NONE || !everUsed ? bounds.read() : bounds.idle();
    }

    private boolean isStalled(long now) {
        if (context == null) return false;
        var outbound = context.channel().unsafe().outboundBuffer();
        boolean waits = outbound != null && outbound.totalPendingWriteBytes() > 0;
        if (waits && !stalled) stalledSince = now;
        stalled = waits;
        return waits && now - stalledSince > bounds.write().toNanos();
    }

    private void giveUp() {
        if (context == null || givenUp) return;
        givenUp = true;
        if (arriving == Part.HEAD)
            context.writeAndFlush(Responses.last(Answer.below(408, ResponseCode.UNREADABLE)))
                    .addListener(ChannelFutureListener.CLOSE);
        else cutOff();
    }

    void cutOff() {
        if (context == null) return;
        var _ = context.close();
    }
}
