package gyeolje.sandbox.wire;

import java.util.List;

/** A fictitious card in the buyer's wallet; only its masked number exists. */
public record Card(String code, String name, String english, String masked) {
    public static final List<Card> WALLET = List.of(
            new Card("CCHG", "한결카드", "Hangyeol Card", "943112******1004"),
            new Card("CCSR", "새로카드", "Saero Card", "943127******2580"),
            new Card("CCBD", "바다카드", "Bada Card", "943140******7735"));

    public static final Card FIRST = WALLET.getFirst();

    /** The card with that code, or the first one. */
    public static Card coded(String code) {
        return WALLET.stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElse(FIRST);
    }
}
