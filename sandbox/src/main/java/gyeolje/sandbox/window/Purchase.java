package gyeolje.sandbox.window;

import gyeolje.sandbox.wire.FormText;
import gyeolje.sandbox.wire.Json;
import gyeolje.sandbox.wire.Seal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a merchant's page asked a window to sell. The sheet carries it sealed, so the sandbox need not remember open windows. */
record Purchase(Kind kind, Map<String, String> fields) {
    private static final String KIND = "\u0000kind";

    /** Whether the window is a phone's page or laid over a PC's page. */
    enum Kind {
        MOBILE,
        PC
    }

    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    String goods() {
        return text("good_name");
    }

    String order() {
        return text("ordr_idxx");
    }

    String siteCode() {
        return text("site_cd");
    }

    long amount() {
        return Long.parseLong(text("good_mny"));
    }

    /** Who sells, as far as the form says. */
    String seller() {
        for (String name : new String[] {"shop_name", "site_name"}) {
            if (!text(name).isBlank()) {
                return text(name);
            }
        }
        return siteCode();
    }

    /** The page that may hear the result; a page without an origin of its own cannot be named. */
    String listener() {
        String origin = text("page_origin");
        return origin.matches("https?://[A-Za-z0-9.\\-:\\[\\]]+") ? origin : "*";
    }

    /** The origin the result is posted to. */
    String returnOrigin() {
        URI uri = URI.create(text("Ret_URL"));
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The characters that a result in windows-949 cannot carry back. */
    String lostCharacters() {
        StringBuilder lost = new StringBuilder();
        String echoed = goods() + text("buyr_name") + text("param_opt_1") + text("param_opt_2") + text("param_opt_3");
        echoed.codePoints()
                .mapToObj(Character::toString)
                .filter(character -> !FormText.fits(character))
                .distinct()
                .limit(10)
                .forEach(lost::append);
        return lost.toString();
    }

    String ticket(Seal seal) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put(KIND, kind.name());
        return Seal.token('3', seal.seal(Json.bytes(all)));
    }

    static Optional<Purchase> of(String ticket, Seal seal) {
        return Seal.bytes(ticket)
                .flatMap(seal::open)
                .flatMap(Json::object)
                .filter(all -> all.containsKey(KIND))
                .map(all -> {
                    Kind kind = Kind.PC.name().equals(all.remove(KIND)) ? Kind.PC : Kind.MOBILE;
                    return new Purchase(kind, all);
                });
    }
}
