package gyeolje.sandbox.gate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often each operation was called since the start or the last reset, injected faults included. */
public final class Calls {
    private final Map<Operation, LongAdder> counts = new EnumMap<>(Operation.class);

    public Calls() {
        for (Operation operation : Operation.values()) {
            counts.put(operation, new LongAdder());
        }
    }

    void count(Operation operation) {
        counter(operation).increment();
    }

    public void reset() {
        counts.values().forEach(LongAdder::reset);
    }

    public Map<String, Long> byWord() {
        Map<String, Long> words = new LinkedHashMap<>();
        for (Operation operation : Operation.values()) {
            words.put(operation.word(), counter(operation).sum());
        }
        return words;
    }

    private LongAdder counter(Operation operation) {
        return counts.getOrDefault(operation, new LongAdder());
    }
}
