package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.vertx.core.http.HttpServerOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** How long a client may keep a connection waiting, on a clock that the test moves. */
final class ConnectionGuardTest {
    private static final ConnectionBounds BOUNDS =
            new ConnectionBounds(10, Duration.ofSeconds(8), Duration.ofSeconds(60), Duration.ofSeconds(8));
    private static final String HEAD = "POST /order HTTP/1.1\r\nHost: g\r\nContent-Length: 2\r\n\r\n";

    private long now;
    private final ArrayList<ConnectionGuard> closed = new ArrayList<>();
    private final ConnectionGuard guard = new ConnectionGuard(BOUNDS, () -> now, closed::add);
    private final EmbeddedChannel channel =
            new EmbeddedChannel(new StrictDecoder(new HttpServerOptions(), guard), new HttpResponseEncoder(), guard);

    private void hear(String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answer() {
        channel.writeOutbound(Responses.last(gyeolje.gateway.flow.Answer.overloaded(503)));
        channel.releaseOutbound();
    }

    private void seconds(int seconds) {
        for (int i = 0; i < seconds; i++) {
            now += Duration.ofSeconds(1).toNanos();
            guard.check();
            channel.runPendingTasks();
        }
    }

    private void staysFor(int seconds) {
        seconds(seconds);
        assertTrue(channel.isOpen());
    }

    private void endsWithin(int seconds) {
        seconds(seconds);
        assertFalse(channel.isOpen());
        assertEquals(1, closed.size());
    }

    private String said() {
        var text = new StringBuilder();
        for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
            text.append(part.toString(StandardCharsets.UTF_8));
            part.release();
        }
        return text.toString();
    }

    @Test
    void who_says_nothing_is_cut_off_without_a_word() {
        staysFor(8);
        endsWithin(1);
        assertEquals("", said());
    }

    @Test
    void who_does_not_finish_a_head_hears_408_however_busily_it_sends() {
        hear("POST /order HTTP/1.1\r\n");
        for (int i = 0; i < 8; i++) {
            hear("X: y\r\n");
            staysFor(1);
        }
        hear("X");
        endsWithin(1);
        var said = said();
        assertTrue(said.startsWith("HTTP/1.1 408 "), said);
        assertTrue(said.endsWith("{\"responseCode\":\"6003\",\"responseMsg\":\"파라미터를 확인해주세요.\"}"), said);
    }

    @Test
    void a_body_that_nobody_reads_is_waited_for_no_longer_than_one_that_somebody_does() {
        hear(HEAD);
        staysFor(9);
        endsWithin(1);
    }

    @Test
    void an_answer_may_take_as_long_as_it_takes() {
        hear(HEAD + "{}");
        staysFor(1000);
        answer();
        staysFor(60);
        endsWithin(1);
    }

    @Test
    void a_head_that_begins_while_an_answer_is_awaited_has_its_time_from_then_on() {
        hear(HEAD + "{}POST");
        staysFor(100);
        answer();
        staysFor(8);
        endsWithin(1);
    }

    @Test
    void a_kept_connection_may_be_used_again_and_again() {
        for (int i = 0; i < 5; i++) {
            staysFor(i == 0 ? 0 : 59);
            hear(HEAD);
            hear("{}");
            staysFor(2);
            answer();
        }
        endsWithin(61);
    }

    @Test
    void what_was_of_use_since_the_last_look_is_spared_once() {
        assertTrue(guard.isDispensable());
        hear(HEAD + "{}");
        assertFalse(guard.isDispensable());
        assertFalse(guard.isDispensable(), "its answer is awaited");
        answer();
        assertTrue(guard.isDispensable());
        hear(HEAD);
        assertFalse(guard.isDispensable());
        assertTrue(guard.isDispensable(), "its body does not come");
    }
}
