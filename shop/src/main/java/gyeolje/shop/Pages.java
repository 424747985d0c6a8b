package gyeolje.shop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the templates: what every page shares, the shop front and the pages that say no. */
final class Pages {
    /** Something the visitor has to know. The code is the protocol's and may be empty. */
    record Notice(String title, String text, String next, String code, String message) {
        boolean hasMessage() {
            return !message.isEmpty() || !code.isEmpty();
        }
    }

    private record Item(int number, String name, String story, String price, boolean limited) {}

    private final Templates templates = new Templates();

    String render(String page, Language language, String path, String title, Map<String, ?> values) {
        var all = new HashMap<String, Object>(values);
        all.put("t", language.texts());
        all.put("language", language.tag());
        all.put("otherLanguage", language.other().tag());
        all.put("otherLanguageName", language.other().ownName());
        all.put("here", URLEncoder.encode(path, StandardCharsets.UTF_8));
        all.put("title", title);
        return templates.render(page, all);
    }

    Answer front(Call call) {
        var language = call.language();
        var items = Goods.SHELF.stream().map(goods -> item(goods, language)).toList();
        return Answer.page(200, render("front", language, "/", language.text("shopName"), Map.of("items", items)));
    }

    Answer goods(Call call, int status, Goods goods, Buyer buyer, List<String> mistakes) {
        var language = call.language();
        var values = Map.of(
                "item",
                item(goods, language),
                "buyer",
                buyer,
                "mistakes",
                mistakes,
                "anyMistake",
                !mistakes.isEmpty(),
                "phone",
                call.isPhone());
        return Answer.page(status, render("goods", language, "/goods/" + goods.number(), goods.name(language), values));
    }

    Answer problem(int status, Language language) {
        var kind = switch (status) {
            case 404, 405 -> "missing";
            case 403 -> "elsewhere";
            case 503 -> "busy";
            case 500 -> "failed";
            default -> "unreadable";
        };
        return notice(status, language, kind);
    }

    /** The return from a window that belonged to another order. */
    Answer foreignAuthentication(Language language) {
        return notice(409, language, "foreign");
    }

    private Answer notice(int status, Language language, String kind) {
        var notice = new Notice(
                language.text(kind + "Title"), language.text(kind + "Text"), language.text(kind + "Next"), "", "");
        return Answer.page(status, render("problem", language, "/", notice.title(), Map.of("notice", notice)));
    }

    private static Item item(Goods goods, Language language) {
        return new Item(
                goods.number(),
                goods.name(language),
                goods.story(language),
                Texts.won(goods.won(), language),
                goods.number() == Goods.SHELF.size());
    }
}
