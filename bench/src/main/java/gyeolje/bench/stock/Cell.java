package gyeolje.bench.stock;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value of a model row, and what becomes of it in another payment's row. */
sealed interface Cell {
    @Nullable
    Object of(Payment payment, Resealer resealer);

    /** The same in every row. */
    record Fixed(@Nullable Object value) implements Cell {
        @Override
        public @Nullable Object of(Payment payment, Resealer resealer) {
            return value;
        }
    }

    /** Microseconds since 1970. */
    record Moment() implements Cell {
        @Override
        public Object of(Payment payment, Resealer resealer) {
            return micros(payment.at());
        }
    }

    record SealedBuyer() implements Cell {
        @Override
        public Object of(Payment payment, Resealer resealer) {
            return resealer.seal(payment.sealPlace());
        }
    }

    /** Text with parts that differ. */
    record Text(List<Function<Payment, String>> parts) implements Cell {
        @Override
        public Object of(Payment payment, Resealer resealer) {
            if (parts.size() == 1) return parts.getFirst().apply(payment);
            var text = new StringBuilder();
            for (var part : parts) text.append(part.apply(payment));
            return text.toString();
        }
    }

    /** The cell of a value in a row of the model payment. */
    static Cell of(String column, @Nullable Object value, Payment model) {
        if (column.equals("buyer_sealed")) return new SealedBuyer();
        if (value instanceof Number number && number.longValue() == micros(model.at())) return new Moment();
        return value instanceof String text ? text(text, model) : new Fixed(value);
    }

    private static Cell text(String text, Payment model) {
        var parts = new ArrayList<Function<Payment, String>>();
        var varying = varying(model);
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            var found = startingAt(text, at, varying);
            if (found.isEmpty()) {
                at++;
                continue;
            }
            if (from < at) parts.add(constant(text.substring(from, at)));
            parts.add(found.getFirst().getValue());
            at += found.getFirst().getKey().length();
            from = at;
        }
        if (parts.isEmpty()) return new Fixed(text);
        if (from < text.length()) parts.add(constant(text.substring(from)));
        return new Text(parts);
    }

    private static Function<Payment, String> constant(String text) {
        return _ -> text;
    }

    private static List<Entry<String, Function<Payment, String>>> startingAt(
            String text, int at, List<Entry<String, Function<Payment, String>>> varying) {
        return varying.stream()
                .filter(it -> text.startsWith(it.getKey(), at))
                .limit(1)
                .toList();
    }

    /** What may differ, as the model payment has it; the longest first, because some contain others. */
    private static List<Entry<String, Function<Payment, String>>> varying(Payment model) {
        var all = List.<Function<Payment, String>>of(
                Payment::merchant,
                Payment::transaction,
                Payment::number,
                Payment::digest,
                Payment::stamp,
                it -> it.at().toString(),
                Payment::local,
                it -> it.day().toString(),
                Payment::claimDay,
                Payment::tno);
        return all.stream()
                .map(part -> Map.entry(part.apply(model), part))
                .sorted(Comparator.comparingInt(it -> -it.getKey().length()))
                .toList();
    }

    private static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }
}
