package gyeolje.shop;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The two languages of the shop and every text it shows in them. */
enum Language {
    KOREAN("ko", "한국어"),
    ENGLISH("en", "English");

    private static final Map<Language, Map<String, String>> TEXTS =
            new EnumMap<>(Map.of(KOREAN, read("ko"), ENGLISH, read("en")));

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    static Language tagged(String tag) {
        return tag.equals(ENGLISH.tag) ? ENGLISH : KOREAN;
    }

    String tag() {
        return tag;
    }

    String ownName() {
        return ownName;
    }

    Language other() {
        return switch (this) {
            case KOREAN -> ENGLISH;
            case ENGLISH -> KOREAN;
        };
    }

    Map<String, String> texts() {
        return TEXTS.getOrDefault(this, Map.of());
    }

    String text(String key) {
        var text = texts().get(key);
        if (text == null) throw new IllegalArgumentException("no text named " + key + " in " + tag);
        return text;
    }

    private static Map<String, String> read(String tag) {
        var resource = "/gyeolje/shop/texts_" + tag + ".properties";
        var properties = new Properties();
        try (var in = Language.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing from the jar: " + resource);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var texts = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(name -> texts.put(name, properties.getProperty(name)));
        return texts;
    }
}
