package gyeolje.sdk;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the payment window brought back: that the buyer authenticated, cancelled or failed. <b>No money has moved, and
 * nothing in it can be trusted</b>: it comes through the buyer's browser without a signature. Hand it to
 * {@link GyeoljeClient#pay}; only the answer's {@code responseCode} decides whether the order is paid. Look your order
 * up by {@link #transactionId()}, not by the session: the browser's cross-site POST often arrives without cookies.
 *
 * <p>Texts longer than the limits below are cut off with an {@link IllegalArgumentException}: 256 KiB a body, 200
 * fields. Of a field that comes twice the first counts.
 */
public final class Authentication {
    private static final int BODY_LIMIT = 256 * 1024;
    private static final int FIELD_LIMIT = 200;

    private final Map<String, String> fields;

    private Authentication(Map<String, String> fields) {
        if (fields.size() > FIELD_LIMIT) {
            throw new IllegalArgumentException("more than " + FIELD_LIMIT + " fields in an authentication");
        }
        this.fields = fields;
    }

    /**
     * From the untouched body of the POST to {@code returnUrl}. The best way: nothing has decoded it yet.
     *
     * <p>It is {@code application/x-www-form-urlencoded}, and its bytes are windows-949. When any value is not
     * well-formed windows-949 but all are well-formed UTF-8, it is read as UTF-8; the other way round when the form says
     * {@code encoding_trans=UTF-8}. What fits neither is read as windows-949 with replacement characters. The fields
     * that a payment needs are ASCII and the same in both. A broken escape stands for itself.
     *
     * @throws IllegalArgumentException when the body is larger than 256 KiB or has more than 200 fields
     */
    public static Authentication fromBody(byte[] body) {
        if (body.length > BODY_LIMIT) {
            throw new IllegalArgumentException("an authentication of more than " + BODY_LIMIT + " bytes");
        }
        Map<String, byte[]> values = new LinkedHashMap<>();
        for (int from = 0; from < body.length; ) {
            int to = indexOf(body, '&', from, body.length);
            int equals = indexOf(body, '=', from, to);
            String name = new String(Percent.formDecode(body, from, equals), StandardCharsets.ISO_8859_1);
            if (to > from) {
                values.putIfAbsent(name, Percent.formDecode(body, Math.min(equals + 1, to), to));
            }
            from = to + 1;
        }
        byte[] asked = values.getOrDefault("encoding_trans", new byte[0]);
        boolean utf8 = new String(asked, StandardCharsets.ISO_8859_1).equalsIgnoreCase("UTF-8");
        Charset charset = Korean.charsetOf(values.values(), utf8);
        Map<String, String> fields = new LinkedHashMap<>();
        values.forEach((name, value) -> fields.put(name, new String(value, charset)));
        return new Authentication(fields);
    }

    /**
     * From a servlet's {@code getParameterMap()}. The container has already decoded the values, rightly or as
     * ISO-8859-1 or UTF-8. A message read as ISO-8859-1 is repaired; one read as UTF-8 is lost (it holds U+FFFD) and
     * stays as it is. The fields that a payment needs are ASCII and unharmed either way.
     */
    public static Authentication fromParameters(Map<String, String[]> parameters) {
        Map<String, String> fields = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (values != null && values.length > 0 && values[0] != null) {
                fields.put(name, Korean.repaired(values[0]));
            }
        });
        return new Authentication(fields);
    }

    /** From fields by name, already decoded: what a page posted back after {@code gyeolje.js} on a PC. */
    public static Authentication fromFields(Map<String, String> fields) {
        Map<String, String> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (value != null) {
                copy.put(name, value);
            }
        });
        return new Authentication(copy);
    }

    /**
     * From the JSON object that {@code gyeolje.js} resolves to on a PC, posted back by the page in UTF-8.
     *
     * @throws IllegalArgumentException when the text is not one JSON object or is longer than 256 Ki characters
     */
    public static Authentication fromJson(String json) {
        if (json.length() > BODY_LIMIT) {
            throw new IllegalArgumentException("an authentication of more than " + BODY_LIMIT + " characters");
        }
        return new Authentication(JsonReader.object(json));
    }

    /** {@code res_cd}: {@code 0000} when the buyer authenticated, {@code 3001} when they cancelled. */
    public String resultCode() {
        return text("res_cd");
    }

    /** {@code res_msg}: why not, in Korean. Escape it before showing it: it came from a browser. */
    public String resultMessage() {
        return text("res_msg");
    }

    /** Whether it is worth calling {@link GyeoljeClient#pay}. It does not mean paid. */
    public boolean isSuccess() {
        return resultCode().equals("0000");
    }

    /** Whether the buyer cancelled or closed the window: {@code 3001}, {@code 7777} or no code at all. */
    public boolean isCancelled() {
        return resultCode().isEmpty()
                || resultCode().equals("3001")
                || resultCode().equals("7777");
    }

    /** {@code ordr_idxx}: the transaction this claims to be about. */
    public String transactionId() {
        return text("ordr_idxx");
    }

    /** The merchant's own value as it came back through the browser. */
    public String paramOpt(int number) {
        if (number < 1 || number > 3) {
            throw new IllegalArgumentException("there are param_opt_1 to param_opt_3");
        }
        return text("param_opt_" + number);
    }

    /** The pay call's body: exactly the fields of the merchant API, section 5. */
    Map<String, String> payBody() {
        Map<String, String> body = new LinkedHashMap<>();
        String[] names = {"res_cd", "enc_info", "enc_data", "tran_cd", "card_pay_method", "ordr_idxx"};
        for (String name : names) {
            String value = text(name);
            if (!value.isEmpty()) {
                body.put(name, Signatures.wholeCharacters(name, value));
            }
        }
        return body;
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }

    private static int indexOf(byte[] body, char wanted, int from, int to) {
        int at = from;
        while (at < to && body[at] != wanted) {
            at++;
        }
        return at;
    }

    /** The transaction and result code; never the encrypted fields. */
    @Override
    public String toString() {
        return "Authentication[" + GyeoljeException.printable(transactionId()) + " "
                + GyeoljeException.printable(resultCode()) + "]";
    }
}
