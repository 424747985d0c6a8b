package gyeolje.kcp;

/** Masks a card number again, whoever masked it before: at most the first 6 and the last 4 digits stay. */
final class CardNumber {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 24;
    private static final int FIRST = 6;
    private static final int LAST = 4;

    /** Of what is too short for a whole number, no more than the last digits can be shown. */
    static String masked(String number) {
        var plain = number.replaceAll("[\\s-]", "");
        var places = plain.substring(0, Math.min(plain.length(), LONGEST)).toCharArray();
        int first = places.length >= SHORTEST ? FIRST : 0;
        for (int i = 0; i < places.length; i++) {
            boolean shown = i < first || (i >= places.length - LAST && places.length > LAST);
            if (!shown || places[i] < '0' || places[i] > '9') places[i] = '*';
        }
        return new String(places);
    }

    private CardNumber() {}
}
