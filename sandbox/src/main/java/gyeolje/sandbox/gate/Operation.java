package gyeolje.sandbox.gate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The four calls a gateway makes. */
public enum Operation {
    REGISTER,
    APPROVE,
    CANCEL,
    INQUIRY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Operation> named(String word) {
        return Arrays.stream(values())
                .filter(operation -> operation.word().equals(word))
                .findFirst();
    }
}
