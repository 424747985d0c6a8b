package gyeolje.proof.world;

import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Fault.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A TCP line to a server on this machine; a test decides what becomes of the bytes. */
public final class FaultyLine implements AutoCloseable {
    private static final int CHUNK = 16 * 1024;

    private final int server;
    private final ServerSocket door;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private final List<Strike> armed = new CopyOnWriteArrayList<>();

    /** A fault that is waiting for its bytes, or doing its work. */
    public final class Strike {
        private final Fault fault;
        private final Set<Connection> met = ConcurrentHashMap.newKeySet();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch healed = new CountDownLatch(1);

        private Strike(Fault fault) {
            this.fault = fault;
        }

        public void await() throws Exception {
            if (!begun.await(90, TimeUnit.SECONDS)) throw new AssertionError("nothing met " + fault);
        }

        /** Nobody meets it any more; whoever has met it is still held. */
        public void once() {
            armed.remove(this);
        }

        /** New bytes pass, and those that were held. What was lost stays lost. */
        public void heal() {
            armed.remove(this);
            healed.countDown();
        }

        /** Every connection that met it is lost, with what is held on it. */
        public void cut() {
            armed.remove(this);
            met.forEach(Connection::reset);
        }

        private void begin() {
            begun.countDown();
        }
    }

    private FaultyLine(int server, ServerSocket door) {
        this.server = server;
        this.door = door;
    }

    public static FaultyLine to(int server) throws IOException {
        var line = new FaultyLine(server, new ServerSocket(0, 256, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().start(line::accept);
        return line;
    }

    public int port() {
        return door.getLocalPort();
    }

    /** From now on until it is healed. */
    public Strike fault(Fault fault) {
        var strike = new Strike(fault);
        armed.add(strike);
        if (fault.kind() == Kind.REFUSE) cut();
        return strike;
    }

    /**
     * Ends every connection as a server does that goes away, and returns when who was connected has let go. After a mere reset they may
     * still send on a connection that they believe to be alive, and so never try to connect.
     */
    public void hangUp() throws Exception {
        for (var connection : connections) connection.hangUp();
        Until.holds("idle connections are let go", () -> connections.stream().allMatch(it -> it.passing));
    }

    /** Ends all faults. */
    public void heal() {
        armed.forEach(Strike::heal);
    }

    /** Every connection is lost now, with what is held on it. */
    public void cut() {
        connections.forEach(Connection::reset);
    }

    @Override
    public void close() {
        cut();
        heal();
        closeQuietly(door);
    }

    private void accept() {
        while (true) {
            try {
                var caller = door.accept();
                var refusing = armed.stream()
                        .filter(it -> it.fault.kind() == Kind.REFUSE)
                        .findFirst();
                if (refusing.isPresent()) refuse(refusing.get(), caller);
                else Thread.ofVirtual().start(() -> connect(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void refuse(Strike refusing, Socket caller) throws IOException {
        refusing.begin();
        caller.setSoLinger(true, 0);
        caller.close();
    }

    private void connect(Socket caller) {
        try {
            var connection = new Connection(caller, new Socket(InetAddress.getLoopbackAddress(), server));
            connections.add(connection);
            Thread.ofVirtual().start(() -> connection.pump(Way.UP));
            connection.pump(Way.DOWN);
        } catch (IOException e) {
            closeQuietly(caller);
        }
    }

    private static void closeQuietly(AutoCloseable it) {
        try {
            it.close();
        } catch (Exception e) {
            // it is gone, which is what was asked for
            assert e instanceof IOException;
        }
    }

    private final class Connection {
        private final Socket caller;
        private final Socket server;
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile Optional<Strike> triggered = Optional.empty();
        /** Bytes of a caller who may have gone long since. */
        private volatile boolean passing;

        Connection(Socket caller, Socket server) throws IOException {
            this.caller = caller;
            this.server = server;
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void pump(Way way) {
            var from = way == Way.UP ? caller : server;
            var to = way == Way.UP ? server : caller;
            var buffer = new byte[CHUNK];
            try {
                for (int n = from.getInputStream().read(buffer);
                        n >= 0;
                        n = from.getInputStream().read(buffer)) {
                    var bytes = Arrays.copyOf(buffer, n);
                    if (way == Way.UP) triggerBy(bytes);
                    passing = true;
                    boolean open = pass(way, bytes, to);
                    passing = false;
                    if (!open) return;
                }
                to.shutdownOutput();
                if (way == Way.DOWN) end();
            } catch (IOException e) {
                end();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end();
            }
        }

        private void triggerBy(byte[] bytes) {
            if (triggered.filter(armed::contains).isPresent()) return;
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            triggered = armed.stream()
                    .filter(it -> text.contains(it.fault.trigger()))
                    .findFirst();
        }

        /** False when nothing more passes this way. */
        private boolean pass(Way way, byte[] bytes, Socket to) throws IOException, InterruptedException {
            var met = triggered.filter(it -> it.fault.way() == way);
            if (met.isEmpty()) {
                to.getOutputStream().write(bytes);
                return true;
            }
            met.get().met.add(this);
            met.get().begin();
            return pass(met.get(), bytes, to);
        }

        private boolean pass(Strike met, byte[] bytes, Socket to) throws IOException, InterruptedException {
            var out = to.getOutputStream();
            int size = met.fault.size();
            switch (met.fault.kind()) {
                case RESET, REFUSE -> reset();
                case BLACKHOLE -> {
                    return true;
                }
                case SLICE -> sliced(bytes, size, 1, to);
                case DRIP -> sliced(bytes, 1, size, to);
                case LATENCY -> {
                    Thread.sleep(size);
                    out.write(bytes);
                }
                case LIMIT -> {
                    out.write(bytes, 0, Math.min(size, bytes.length));
                    end();
                }
                case HALF_CLOSE -> {
                    if (met.fault.way() == Way.UP) out.write(bytes);
                    to.shutdownOutput();
                }
                case HOLD -> {
                    met.healed.await();
                    out.write(bytes);
                }
            }
            return switch (met.fault.kind()) {
                case BLACKHOLE, SLICE, DRIP, LATENCY, HOLD -> true;
                case RESET, LIMIT, HALF_CLOSE, REFUSE -> false;
            };
        }

        private void sliced(byte[] bytes, int slice, int pauseMillis, Socket to)
                throws IOException, InterruptedException {
            for (int at = 0; at < bytes.length; at += slice) {
                if (ended.get()) throw new IOException("the other end has gone");
                to.getOutputStream().write(bytes, at, Math.min(slice, bytes.length - at));
                Thread.sleep(pauseMillis);
            }
        }

        void hangUp() {
            try {
                caller.shutdownOutput();
            } catch (IOException e) {
                // it is closed already
                assert caller.isClosed() || caller.isOutputShutdown();
            }
        }

        void reset() {
            try {
                caller.setSoLinger(true, 0);
                server.setSoLinger(true, 0);
            } catch (IOException e) {
                // it is closed already
                assert ended.get();
            }
            end();
        }

        private void end() {
            ended.set(true);
            connections.remove(this);
            closeQuietly(caller);
            closeQuietly(server);
        }
    }
}
