package gyeolje.shop;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The HTML pages. Every value is escaped; a value that a page forgets is an error, not an empty place. */
final class Templates {
    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).withLoader(Templates::open);
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    String render(String page, Map<String, ?> values) {
        return compiled.computeIfAbsent(page, this::compile).execute(values);
    }

    private Template compile(String page) {
        try (var source = open(page)) {
            return compiler.compile(source);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Reader open(String page) {
        var in = Templates.class.getResourceAsStream("/gyeolje/shop/pages/" + page + ".html");
        if (in == null) throw new IllegalStateException("missing from the jar: page " + page);
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }
}
