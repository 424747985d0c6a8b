package gyeolje.shop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The orders as JSON, one line for each change, the last line of an order wins. A line that a crash cut short is not
 * there; a broken line anywhere else stops the start, because guessing would lose somebody's receipt.
 */
final class OrderFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The file and what it held when it was opened, oldest first. */
    record Opened(OrderFile file, List<Order> orders) {}

    private final FileChannel guard;
    private final FileChannel channel;

    private OrderFile(FileChannel guard, FileChannel channel) {
        this.guard = guard;
        this.channel = channel;
    }

    static Opened open(Path directory, int limit) throws IOException {
        PrivateFiles.directory(directory);
        var guard = PrivateFiles.channel(directory.resolve("shop.lock"), StandardOpenOption.WRITE);
        try {
            if (guard.tryLock() == null) throw new IOException("another shop is using " + directory);
            var path = directory.resolve("orders.jsonl");
            var orders = newest(replay(path), limit);
            rewrite(path, orders);
            return new Opened(new OrderFile(guard, PrivateFiles.channel(path, StandardOpenOption.APPEND)), orders);
        } catch (OverlappingFileLockException taken) {
            guard.close();
            throw new IOException("another shop is using " + directory, taken);
        } catch (IOException | RuntimeException failed) {
            guard.close();
            throw failed;
        }
    }

    synchronized void append(Order order) {
        try {
            writeAll(channel, line(order));
            channel.force(false);
        } catch (IOException failed) {
            throw new UncheckedIOException("the order could not be written down", failed);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
        guard.close();
    }

    private static List<Order> newest(List<Order> orders, int limit) {
        return orders.subList(Math.max(0, orders.size() - limit), orders.size());
    }

    private static List<Order> replay(Path path) throws IOException {
        if (!Files.exists(path)) return List.of();
        var text = Files.readString(path, StandardCharsets.ISO_8859_1);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        var orders = new LinkedHashMap<String, Order>();
        var number = 0;
        for (var line : whole.lines().toList()) {
            number++;
            try {
                var order = JSON.readValue(line.getBytes(StandardCharsets.ISO_8859_1), Order.class);
                orders.put(order.number(), order);
            } catch (IOException broken) {
                throw new IOException(path + " is damaged in line " + number + "; repair or move it away", broken);
            }
        }
        return new ArrayList<>(orders.values());
    }

    /** One line an order from here on, in a new file that replaces the old one at once or not at all. */
    private static void rewrite(Path path, List<Order> orders) throws IOException {
        var fresh = path.resolveSibling("orders.jsonl.new");
        Files.deleteIfExists(fresh);
        try (var out = PrivateFiles.channel(fresh, StandardOpenOption.WRITE)) {
            for (var order : orders) writeAll(out, line(order));
            out.force(true);
        }
        Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.sync(path);
    }

    private static ByteBuffer line(Order order) throws JsonProcessingException {
        return ByteBuffer.wrap((JSON.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) channel.write(bytes);
    }
}
