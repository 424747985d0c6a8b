package gyeolje.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import gyeolje.bench.load.Work.Step;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One keep-alive connection with at most one request under way. */
final class Link implements AutoCloseable {
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] LENGTH = "content-length: ".getBytes(US_ASCII);
    private static final int MOST_BYTES = 8 * 1024;

    private final InetSocketAddress target;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocateDirect(MOST_BYTES);
    private final ByteBuffer out = ByteBuffer.allocateDirect(MOST_BYTES);
    private SocketChannel channel;
    private SelectionKey key;
    private Optional<Step> step = Optional.empty();
    private long dueAt;

    Link(InetSocketAddress target, Selector selector) throws IOException {
        this.target = target;
        this.selector = selector;
        channel = SocketChannel.open(target);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Gives the connection up for a new one, and does not wait for that. */
    void reopen() throws IOException {
        channel.close();
        step = Optional.empty();
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(target);
        key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    boolean isOpening() {
        return key.interestOps() == SelectionKey.OP_CONNECT;
    }

    /** Whether the new connection is there. */
    boolean opened() throws IOException {
        if (!channel.finishConnect()) return false;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key.interestOps(SelectionKey.OP_READ);
        return true;
    }

    /** Sends the next request; false when there is nothing left to do. */
    boolean send(Work work, long due) throws IOException {
        out.clear();
        step = work.next(out);
        if (step.isEmpty()) return false;
        dueAt = due;
        out.flip();
        in.clear();
        write();
        return true;
    }

    private void write() throws IOException {
        channel.write(out);
        int interest = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        if (key.interestOps() != interest) key.interestOps(interest);
    }

    /** Goes on writing and reading; the answer once all of it is there, in the bytes given. */
    Optional<Answer> proceed(byte[] scratch) throws IOException {
        if (out.hasRemaining()) write();
        if (channel.read(in) < 0) throw new EOFException("the gateway closed a connection");
        int length = in.position();
        in.get(0, scratch, 0, length);
        int head = Bytes.find(scratch, 0, length, HEAD_END);
        if (head < 0) return Optional.empty();
        int body = head + HEAD_END.length;
        int end = body + contentLength(scratch, head);
        return length < end ? Optional.empty() : Optional.of(new Answer(scratch, body, end));
    }

    static byte[] scratch() {
        return new byte[MOST_BYTES];
    }

    private static int contentLength(byte[] bytes, int head) throws IOException {
        int at = Bytes.find(bytes, 0, head, LENGTH);
        if (at < 0) throw new IOException("an answer without a content length");
        int length = 0;
        for (int i = at + LENGTH.length; i < head && bytes[i] >= '0' && bytes[i] <= '9'; i++)
            length = length * 10 + bytes[i] - '0';
        return length;
    }

    Step step() {
        return step.orElseThrow();
    }

    /** When the request under way was to leave. */
    long dueAt() {
        return dueAt;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
