package gyeolje.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The checkout as it was filled in, and what is wrong with it. */
record CheckoutForm(Buyer buyer, List<String> mistakes) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{C}]+@[^@\\s\\p{C}]+");
    private static final Pattern MOBILE = Pattern.compile("\\d{10,11}");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069]");
    private static final int LENGTH = 50;

    /** A form without a name is the button of the shop front, which asks nothing. */
    static CheckoutForm of(Form form, Language language) {
        if (!form.fields().containsKey("name")) return new CheckoutForm(Buyer.USUAL, List.of());
        var buyer = new Buyer(
                form.get("name"),
                form.get("email"),
                form.get("mobile").replace("-", ""),
                !form.get("cashReceipt").equals("N"));
        return new CheckoutForm(buyer, mistakes(buyer, language));
    }

    private static List<String> mistakes(Buyer buyer, Language language) {
        var mistakes = new ArrayList<String>();
        if (buyer.name().isBlank()
                || isTooLong(buyer.name())
                || UNPRINTABLE.matcher(buyer.name()).find()) mistakes.add(language.text("mistakeName"));
        if (!buyer.email().isEmpty()
                && (isTooLong(buyer.email()) || !EMAIL.matcher(buyer.email()).matches()))
            mistakes.add(language.text("mistakeEmail"));
        if (!buyer.mobile().isEmpty() && !MOBILE.matcher(buyer.mobile()).matches())
            mistakes.add(language.text("mistakeMobile"));
        return List.copyOf(mistakes);
    }

    private static boolean isTooLong(String text) {
        return text.codePointCount(0, text.length()) > LENGTH;
    }
}
