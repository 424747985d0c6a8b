package gyeolje.core.request;

import gyeolje.core.payment.Refusal;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One row of a request's table of fields (merchant API, section 5). Lengths are code points. */
record FieldRule(String name, Presence presence, int mostCharacters, Predicate<String> wellFormed) {
    enum Presence {
        REQUIRED,
        OPTIONAL,
        /** Optional, but its absence is judged as the empty text. */
        IMPLIED
    }

    static FieldRule required(String name, int mostCharacters, Predicate<String> wellFormed) {
        return new FieldRule(name, Presence.REQUIRED, mostCharacters, wellFormed);
    }

    static FieldRule optional(String name, int mostCharacters, Predicate<String> wellFormed) {
        return new FieldRule(name, Presence.OPTIONAL, mostCharacters, wellFormed);
    }

    static FieldRule implied(String name, int mostCharacters, Predicate<String> wellFormed) {
        return new FieldRule(name, Presence.IMPLIED, mostCharacters, wellFormed);
    }

    /** A body may repeat the merchant of the path, but not contradict it (merchant API, section 2). */
    static FieldRule sameMerchant(MerchantId merchant) {
        return optional("merchantId", Integer.MAX_VALUE, text -> text.equals(merchant.text()));
    }

    /** Every required field is looked for before any format is judged; both in the table's order. */
    static Optional<Refusal> firstFault(List<FieldRule> table, Fields in) {
        for (var rule : table) {
            if (rule.presence == Presence.REQUIRED && in.isMissing(rule.name))
                return Optional.of(Refusal.missing(rule.name));
        }
        for (var rule : table) {
            if (!rule.accepts(in)) return Optional.of(Refusal.wrong(rule.name));
        }
        return Optional.empty();
    }

    private boolean accepts(Fields in) {
        if (in.isNotText(name) || !in.isPrintable(name)) return false;
        var text = in.text(name);
        if (text.isEmpty()) return presence != Presence.IMPLIED || wellFormed.test(text);
        return Text.length(text) <= mostCharacters && wellFormed.test(text);
    }
}
