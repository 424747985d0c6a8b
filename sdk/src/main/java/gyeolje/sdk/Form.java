package gyeolje.sdk;

/** An HTML form of hidden inputs, in ASCII. Browsers mean windows-949 by "euc-kr". */
final class Form {
    private final StringBuilder html = new StringBuilder();

    Form(String name, String action) {
        html.append("<form name=\"")
                .append(escape(name))
                .append("\" id=\"")
                .append(escape(name))
                .append("\" method=\"post\" accept-charset=\"euc-kr\"");
        if (!action.isEmpty()) {
            html.append(" action=\"").append(escape(action)).append('"');
        }
        html.append(">\n");
    }

    Form hidden(String name, String value) {
        html.append("<input type=\"hidden\" name=\"")
                .append(name)
                .append("\" value=\"")
                .append(escape(value))
                .append("\">\n");
        return this;
    }

    String html(String submitLabel) {
        if (!submitLabel.isEmpty()) {
            html.append("<button type=\"submit\">").append(escape(submitLabel)).append("</button>\n");
        }
        return html.append("</form>\n").toString();
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            boolean plain = c >= 0x20 && c <= 0x7e && "<>&\"'".indexOf(c) < 0;
            if (plain) {
                out.append((char) c);
            } else {
                out.append("&#").append(c).append(';');
            }
        });
        return out.toString();
    }
}
