package gyeolje.kcp;

import static java.util.Map.entry;

import gyeolje.core.value.Alphabet;
import java.util.Map;

/** What KCP's result codes mean for the money (KCP wire, result codes). */
final class KcpCodes {
    enum Meaning {
        DONE,
        /** A definite no. */
        REFUSED,
        /** A fault or a timeout somewhere behind KCP: the money may have moved. */
        UNCERTAIN,
        /** KCP has seen this request before: evidence that the first one did something, never a decline. */
        SEEN_BEFORE,
        ALREADY_CANCELLED,
        NO_SUCH_TRADE,
        NOT_ENOUGH_UNSETTLED,
        /**
         * A well-formed code that this table does not have. KCP has some 670, nearly all of them reasons of an issuer or of its own
         * checks, and it names its timeouts apart; so over HTTP 200 such a code is a no like the others.
         */
        UNLISTED
    }

    private static final int LONGEST = 10;

    private static final Map<String, Meaning> TABLE = Map.ofEntries(
            entry("0000", Meaning.DONE),
            // gateway or system timeout, peer down
            entry("7512", Meaning.UNCERTAIN),
            entry("8041", Meaning.UNCERTAIN),
            entry("8042", Meaning.UNCERTAIN),
            entry("8043", Meaning.UNCERTAIN),
            entry("8044", Meaning.UNCERTAIN),
            entry("8045", Meaning.UNCERTAIN),
            entry("8046", Meaning.UNCERTAIN),
            entry("8047", Meaning.UNCERTAIN),
            entry("8048", Meaning.UNCERTAIN),
            entry("8175", Meaning.UNCERTAIN),
            entry("8995", Meaning.UNCERTAIN),
            entry("8996", Meaning.UNCERTAIN),
            entry("8997", Meaning.UNCERTAIN),
            // the issuer was asked and did not answer in time; KCP itself was down half-way
            entry("CC72", Meaning.UNCERTAIN),
            entry("CC99", Meaning.UNCERTAIN),
            // approved at KCP, and its own undoing failed
            entry("9048", Meaning.UNCERTAIN),
            // another cancel of this trade is under way and may well be ours
            entry("8387", Meaning.UNCERTAIN),
            entry("8388", Meaning.UNCERTAIN),
            entry("8094", Meaning.SEEN_BEFORE),
            entry("8128", Meaning.SEEN_BEFORE),
            // KCP has undone the approval itself
            entry("9047", Meaning.REFUSED),
            // our site, certificate, address or request
            entry("8001", Meaning.REFUSED),
            entry("8002", Meaning.REFUSED),
            entry("8226", Meaning.REFUSED),
            entry("8897", Meaning.REFUSED),
            entry("6004", Meaning.REFUSED),
            entry("9502", Meaning.REFUSED),
            entry("9562", Meaning.REFUSED),
            // amount, authentication, limits
            entry("8059", Meaning.REFUSED),
            entry("9079", Meaning.REFUSED),
            entry("8310", Meaning.REFUSED),
            entry("8341", Meaning.REFUSED),
            entry("8342", Meaning.REFUSED),
            entry("8122", Meaning.REFUSED),
            entry("8123", Meaning.REFUSED),
            entry("8124", Meaning.REFUSED),
            entry("8135", Meaning.REFUSED),
            entry("8126", Meaning.REFUSED),
            entry("8129", Meaning.REFUSED),
            entry("8181", Meaning.REFUSED),
            entry("8182", Meaning.REFUSED),
            // the issuer's own reasons; under maintenance or known to be down it is not asked at all
            entry("CC01", Meaning.REFUSED),
            entry("CC03", Meaning.REFUSED),
            entry("CC04", Meaning.REFUSED),
            entry("CC07", Meaning.REFUSED),
            entry("CC08", Meaning.REFUSED),
            entry("CC10", Meaning.REFUSED),
            entry("CC45", Meaning.REFUSED),
            entry("CC54", Meaning.REFUSED),
            entry("CC61", Meaning.REFUSED),
            entry("CC63", Meaning.REFUSED),
            entry("CC75", Meaning.REFUSED),
            entry("CC98", Meaning.REFUSED),
            entry("CCC0", Meaning.REFUSED),
            // cancellation
            entry("8023", Meaning.ALREADY_CANCELLED),
            entry("8133", Meaning.ALREADY_CANCELLED),
            entry("CCA6", Meaning.ALREADY_CANCELLED),
            entry("8061", Meaning.NO_SUCH_TRADE),
            entry("8132", Meaning.NO_SUCH_TRADE),
            entry("5530", Meaning.NO_SUCH_TRADE),
            entry("CCA1", Meaning.NO_SUCH_TRADE),
            entry("8178", Meaning.NOT_ENOUGH_UNSETTLED),
            entry("8012", Meaning.REFUSED),
            entry("5002", Meaning.REFUSED),
            entry("8134", Meaning.REFUSED),
            entry("CCAC", Meaning.REFUSED),
            entry("8040", Meaning.REFUSED),
            entry("CCA9", Meaning.REFUSED));

    static Meaning meaning(String code) {
        return TABLE.getOrDefault(code, Meaning.UNLISTED);
    }

    static boolean isWellFormed(String code) {
        return Alphabet.LETTERS_AND_DIGITS.spells(code, 1, LONGEST);
    }

    private KcpCodes() {}
}
