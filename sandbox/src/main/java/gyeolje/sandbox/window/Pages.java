package gyeolje.sandbox.window;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import gyeolje.sandbox.wire.Card;
import gyeolje.sandbox.wire.Method;
import gyeolje.sandbox.wire.Result;
import gyeolje.sandbox.wire.Seal;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTML of every page; values reach it through the templates' escaping only. */
final class Pages {
    private static final long SMALLEST_INSTALMENT = 50_000;
    private static final int MOST_INSTALMENTS = 12;
    private static final List<String> OUTCOMES = List.of("0000", "CC10", "CC61");

    private final Map<String, Template> templates;
    private final Map<Language, Map<String, String>> words = new EnumMap<>(Language.class);
    private final Seal seal;

    Pages(Seal seal) {
        this.seal = seal;
        templates = Stream.of("sheet", "return", "handover", "notice", "index")
                .collect(Collectors.toUnmodifiableMap(Function.identity(), Pages::template));
        for (Language language : Language.values()) {
            words.put(language, language.words());
        }
    }

    String sheet(Purchase purchase, Choice choice) {
        Language language = choice.language();
        Map<String, Object> page = page(language);
        page.put("kind", purchase.kind().name().toLowerCase(Locale.ROOT));
        page.put("ticket", purchase.ticket(seal));
        page.put("origin", purchase.listener());
        page.put("seller", purchase.seller());
        page.put("site", purchase.siteCode());
        page.put("goods", purchase.goods());
        page.put("order", purchase.order());
        page.put("amount", "%,d".formatted(purchase.amount()));
        page.put("payLabel", word(language, "approve_sum").replace("#", "%,d".formatted(purchase.amount())));
        page.put("lost", purchase.lostCharacters());
        page.put("isLosing", !purchase.lostCharacters().isEmpty());
        page.put("money", choice.method() == Method.KAKAO_MONEY);
        page.put("card", choice.method() == Method.KAKAO_CARD);
        page.put("cards", cards(choice));
        page.put("quotas", quotas(purchase, choice));
        page.put("outcomes", outcomes(choice));
        return fill("sheet", page);
    }

    /** The page that posts the result to the merchant, by itself or at a press. */
    String toMerchant(Purchase purchase, Map<String, String> fields, Language language, boolean agreed) {
        Map<String, Object> page = page(language);
        page.put("action", purchase.text("Ret_URL"));
        page.put(
                "fields",
                fields.entrySet().stream()
                        .map(field -> Map.of("name", field.getKey(), "value", field.getValue()))
                        .toList());
        page.put("agreed", agreed);
        return fill("return", page);
    }

    /** The page that hands the result to the page it is laid over. */
    String toPage(Purchase purchase, String json, Language language, boolean agreed) {
        Map<String, Object> page = page(language);
        page.put("origin", purchase.listener());
        page.put("result", json);
        page.put("agreed", agreed);
        return fill("handover", page);
    }

    String closed(Language language) {
        Map<String, Object> page = page(language);
        String title = word(language, "closed_title");
        page.putAll(Map.of("code", "", "title", title, "text", word(language, "closed_text"), "more", ""));
        return fill("notice", page);
    }

    String refused(Result result) {
        Map<String, Object> page = page(Language.KO);
        page.putAll(Map.of(
                "code", result.code(),
                "title", word(Language.KO, "refused_title"),
                "text", result.message(),
                "more", result.english()));
        return fill("notice", page);
    }

    String index(Map<String, Object> values, Language language) {
        Map<String, Object> page = page(language);
        page.putAll(values);
        page.put("other", language.other().code());
        return fill("index", page);
    }

    private List<Map<String, Object>> cards(Choice choice) {
        List<Map<String, Object>> cards = new ArrayList<>();
        for (Card card : Card.WALLET) {
            String name = choice.language() == Language.KO ? card.name() : card.english();
            cards.add(Map.of(
                    "code", card.code(),
                    "name", name,
                    "tail", card.masked().substring(card.masked().length() - 4),
                    "chosen", card.code().equals(choice.card())));
        }
        return cards;
    }

    private List<Map<String, Object>> quotas(Purchase purchase, Choice choice) {
        List<Map<String, Object>> quotas = new ArrayList<>();
        quotas.add(Map.of("value", "00", "label", word(choice.language(), "quota_once"), "chosen", false));
        if (purchase.amount() >= SMALLEST_INSTALMENT) {
            for (int months = 2; months <= MOST_INSTALMENTS; months++) {
                String value = "%02d".formatted(months);
                String label = word(choice.language(), "quota_months").replace("#", Integer.toString(months));
                quotas.add(Map.of("value", value, "label", label, "chosen", value.equals(choice.quota())));
            }
        }
        return quotas;
    }

    private List<Map<String, Object>> outcomes(Choice choice) {
        List<Map<String, Object>> outcomes = new ArrayList<>();
        for (String code : OUTCOMES) {
            String label = word(choice.language(), "outcome_" + code);
            String name =
                    code.equals("0000") ? "outcome-approve" : code.equals("CC10") ? "outcome-decline" : "outcome-limit";
            outcomes.add(Map.of("code", code, "label", label, "testid", name, "chosen", code.equals(choice.outcome())));
        }
        return outcomes;
    }

    private String word(Language language, String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(words.get(language)).get(name), name);
    }

    private Map<String, Object> page(Language language) {
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("lang", language.code());
        page.put("t", Objects.requireNonNull(words.get(language)));
        return page;
    }

    private String fill(String name, Map<String, Object> values) {
        return Objects.requireNonNull(templates.get(name)).execute(values);
    }

    private static Template template(String name) {
        String file = "/gyeolje/sandbox/window/" + name + ".html";
        Reader reader = new InputStreamReader(
                Objects.requireNonNull(Pages.class.getResourceAsStream(file), file), StandardCharsets.UTF_8);
        return Mustache.compiler().compile(reader);
    }
}
