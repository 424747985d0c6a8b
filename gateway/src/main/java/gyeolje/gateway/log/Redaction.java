package gyeolje.gateway.log;

/** The last line of defence: what is logged is written so that it holds no secret, and a secret is put there by mistake nevertheless. */
final class Redaction {
    private static final String HIDDEN = "[secret]";

    private final KnownSecrets known;

    Redaction(KnownSecrets known) {
        this.known = known;
    }

    /** By value first: a piece of a secret may have a shape of its own. */
    String of(String text) {
        return SecretShapes.redacted(withoutKnown(text));
    }

    String of(String name, String value) {
        return SecretShapes.isSecretsName(name) ? "[hidden]" : of(value);
    }

    private String withoutKnown(String text) {
        var found = known.in(text);
        if (found.isEmpty()) return text;
        var left = new StringBuilder();
        int at = 0;
        for (int from = found.nextSetBit(0); from >= 0; from = found.nextSetBit(at)) {
            left.append(text, at, from).append(HIDDEN);
            at = found.nextClearBit(from);
        }
        return left.append(text, at, text.length()).toString();
    }
}
