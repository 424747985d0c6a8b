package gyeolje.sandbox.ledger;

import gyeolje.sandbox.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The ledger's memory beyond this process: one JSON line an event, appended before the event is answered. */
public sealed interface Journal extends AutoCloseable {

    void append(Map<String, String> event);

    void clear();

    @Override
    void close();

    /** A sandbox without a data directory remembers nothing beyond its process. */
    static Journal none() {
        return new None();
    }

    /** Hands every whole line to the reader; a last line that a crash tore is cut off. */
    static Journal open(Path file, Consumer<Map<String, String>> reader) throws IOException {
        long whole = 0;
        if (Files.exists(file)) {
            whole = replay(Files.readAllBytes(file), reader);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole);
        channel.position(whole);
        return new Lines(channel);
    }

    private static long replay(byte[] bytes, Consumer<Map<String, String>> reader) throws IOException {
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            Optional<Map<String, String>> event = Json.object(Arrays.copyOfRange(bytes, start, i));
            reader.accept(event.orElseThrow(() -> new IOException("the ledger file has an unreadable line")));
            start = i + 1;
        }
        return start;
    }

    record None() implements Journal {
        @Override
        public void append(Map<String, String> event) {}

        @Override
        public void clear() {}

        @Override
        public void close() {}
    }

    /** Whole lines reach the operating system in one write each, so they outlive a killed process. */
    record Lines(FileChannel channel) implements Journal {
        @Override
        public void append(Map<String, String> event) {
            byte[] json = Json.bytes(event);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            ByteBuffer rest = ByteBuffer.wrap(line);
            synchronized (channel) {
                try {
                    while (rest.hasRemaining()) {
                        channel.write(rest);
                    }
                } catch (IOException full) {
                    throw new UncheckedIOException("the ledger file cannot be written", full);
                }
            }
        }

        @Override
        public void clear() {
            synchronized (channel) {
                try {
                    channel.truncate(0);
                    channel.position(0);
                } catch (IOException broken) {
                    throw new UncheckedIOException("the ledger file cannot be emptied", broken);
                }
            }
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException broken) {
                throw new UncheckedIOException("the ledger file cannot be closed", broken);
            }
        }
    }
}
