package gyeolje.shop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The payment window's form as the SDK drew it, and the fields that it will post. */
record WindowForm(String html, Map<String, String> fields) {
    private static final Pattern INPUT = Pattern.compile("<input[^>]* name=\"([^\"]*)\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern REFERENCE = Pattern.compile("&#(\\d{1,7});");

    static WindowForm of(String html) {
        var fields = new LinkedHashMap<String, String>();
        var inputs = INPUT.matcher(html);
        while (inputs.find()) fields.put(inputs.group(1), plain(inputs.group(2)));
        return new WindowForm(html, fields);
    }

    /** The SDK escapes with decimal references only. */
    private static String plain(String escaped) {
        return REFERENCE.matcher(escaped).replaceAll(found -> {
            var character = Character.toString(Integer.parseInt(found.group(1)));
            return Matcher.quoteReplacement(character);
        });
    }
}
