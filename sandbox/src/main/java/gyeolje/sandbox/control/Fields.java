package gyeolje.sandbox.control;

import java.util.Map;
import java.util.Set;

/** The fields of a control call. */
record Fields(Map<String, String> all) {

    void only(Set<String> known) throws Wrong {
        for (String name : all.keySet()) {
            if (!known.contains(name)) {
                throw new Wrong("unknown field " + name + "; known: "
                        + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    String text(String name, String otherwise) {
        return all.getOrDefault(name, otherwise);
    }

    String needed(String name) throws Wrong {
        String value = text(name, "");
        if (value.isEmpty()) {
            throw new Wrong("field " + name + " is missing");
        }
        return value;
    }

    long number(String name, long otherwise, long least, long most) throws Wrong {
        if (!all.containsKey(name)) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text(name, ""));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException word) {
            throw new Wrong("field " + name + " is no number");
        }
        throw new Wrong("field " + name + " must be from " + least + " to " + most);
    }

    boolean flag(String name, boolean otherwise) throws Wrong {
        return switch (text(name, Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Wrong("field " + name + " must be true or false");
        };
    }
}
