package gyeolje.gateway.cli;

import gyeolje.core.value.AddressRange;
import java.util.List;
import java.util.function.Function;

/** Reads addresses and CIDR blocks off the command line. */
final class AddressRanges {
    static List<AddressRange> of(List<String> texts, Function<String, RuntimeException> wrong) {
        try {
            return texts.stream().map(AddressRange::of).toList();
        } catch (IllegalArgumentException e) {
            throw wrong.apply(e.getMessage() + " (write 203.0.113.7 or 203.0.113.0/24)");
        }
    }

    private AddressRanges() {}
}
