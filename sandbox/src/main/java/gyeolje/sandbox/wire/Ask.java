package gyeolje.sandbox.wire;

import java.util.Map;
import java.util.regex.Pattern;

/** A request's fields, each asked for with the result that its absence has. */
public record Ask(Map<String, String> fields) {
    private static final Pattern SITE = Pattern.compile("[A-Z0-9]{5}");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,9}");

    /** What KCP refuses in names and descriptions (KCP wire, mobile trade registration). */
    private static final Pattern FORBIDDEN = Pattern.compile("[,&;\\n\\r\\\\|'\"<>]");

    public String text(String name) {
        return fields.getOrDefault(name, "");
    }

    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    public String needed(String name, Result otherwise) throws Refused {
        String value = text(name);
        if (value.isBlank()) {
            throw new Refused(otherwise);
        }
        return value;
    }

    public String needed(String name) throws Refused {
        return needed(name, Result.CALL_WRONG.saying("필수 항목이 없습니다: " + name));
    }

    public String site() throws Refused {
        String site = needed("site_cd", Result.SITE_MISSING);
        if (!SITE.matcher(site).matches()) {
            throw new Refused(Result.SITE_UNKNOWN);
        }
        return site;
    }

    public long money(String name, Result otherwise) throws Refused {
        String digits = text(name);
        if (!MONEY.matcher(digits).matches()) {
            throw new Refused(otherwise);
        }
        return Long.parseLong(digits);
    }

    public void noForbiddenCharacters(String name) throws Refused {
        if (FORBIDDEN.matcher(text(name)).find()) {
            throw new Refused(Result.CALL_WRONG.saying("사용할 수 없는 문자가 있습니다: " + name));
        }
    }
}
