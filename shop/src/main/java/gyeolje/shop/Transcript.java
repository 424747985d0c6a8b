package gyeolje.shop;

import gyeolje.shop.Exchange.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns raw HTTP texts into exchanges that may be kept and shown. */
final class Transcript {
    private static final int SHOWN_OF_SEALED = 16;
    private static final int SHOWN_OF_BODY = 16 * 1024;
    private static final Set<String> SEALED = Set.of("enc_data", "enc_info");
    private static final Pattern SEALED_IN_JSON = Pattern.compile("\"(enc_data|enc_info)\"\\s*:\\s*\"([^\"\\\\]*)\"");

    private record Message(String startLine, Map<String, String> headers, String body) {}

    private Transcript() {}

    static Exchange of(String scheme, gyeolje.sdk.Exchange seen) {
        var request = message(seen.requestText());
        var answer = message(seen.answerText());
        var start = request.startLine.split(" ", 3);
        return new Exchange(
                step(seen.operation()),
                System.currentTimeMillis(),
                start[0],
                scheme + "://" + request.headers.getOrDefault("Host", "") + (start.length > 1 ? start[1] : ""),
                request.headers,
                shortened(request.body),
                seen.httpStatus(),
                answer.headers,
                cut(answer.body),
                seen.answerText().isEmpty() ? failure(seen.outcome()) : "");
    }

    /** What a browser posted, as the fields it meant. */
    static Exchange ofForm(
            Step step, String method, String url, Map<String, String> headers, Map<String, String> fields) {
        var lines = new StringBuilder();
        fields.forEach((name, value) -> lines.append(name)
                .append('=')
                .append(SEALED.contains(name) ? sealed(value) : value)
                .append('\n'));
        return new Exchange(
                step, System.currentTimeMillis(), method, url, headers, cut(lines.toString()), 0, Map.of(), "", "");
    }

    private static Step step(String operation) {
        return switch (operation) {
            case "order" -> Step.ORDER;
            case "pay" -> Step.PAY;
            case "cancel" -> Step.CANCEL;
            default -> throw new IllegalArgumentException("no such call: " + operation);
        };
    }

    private static String failure(gyeolje.sdk.Exchange.Outcome outcome) {
        return switch (outcome) {
            case NOT_SENT -> "notSent";
            case ANSWERED, NOT_ACCEPTED, OUTCOME_UNKNOWN -> "noAnswer";
        };
    }

    private static Message message(String text) {
        var end = text.indexOf("\r\n\r\n");
        var head = end < 0 ? text : text.substring(0, end);
        var lines = head.split("\r\n", -1);
        var headers = new LinkedHashMap<String, String>();
        for (var i = 1; i < lines.length; i++) {
            var colon = lines[i].indexOf(':');
            if (colon > 0)
                headers.put(
                        lines[i].substring(0, colon),
                        lines[i].substring(colon + 1).strip());
        }
        return new Message(lines[0], headers, end < 0 ? "" : text.substring(end + 4));
    }

    /** What only the acquirer can open stays out of memory and files that outlive the call. */
    private static String shortened(String json) {
        return cut(SEALED_IN_JSON
                .matcher(json)
                .replaceAll(found ->
                        "\"" + found.group(1) + "\":\"" + Matcher.quoteReplacement(sealed(found.group(2))) + "\""));
    }

    private static String sealed(String value) {
        if (value.length() <= SHOWN_OF_SEALED) return value;
        return value.substring(0, SHOWN_OF_SEALED) + "…(" + value.length() + ")";
    }

    private static String cut(String body) {
        return body.length() <= SHOWN_OF_BODY ? body : body.substring(0, SHOWN_OF_BODY) + "…";
    }
}
