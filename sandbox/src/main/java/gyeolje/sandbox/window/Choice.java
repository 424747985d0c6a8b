package gyeolje.sandbox.window;

import gyeolje.sandbox.wire.Card;
import gyeolje.sandbox.wire.Method;
import java.util.Map;

/** What is chosen on the sheet. */
record Choice(Language language, Method method, String card, String quota, String outcome) {

    static Choice first(Language language) {
        return new Choice(language, Method.KAKAO_MONEY, Card.FIRST.code(), "00", "0000");
    }

    static Choice of(Map<String, String> form) {
        String quota = form.getOrDefault("quota", "");
        String outcome = form.getOrDefault("outcome", "");
        return new Choice(
                Language.coded(form.getOrDefault("lang", "")),
                Method.named(form.getOrDefault("method", "")).orElse(Method.KAKAO_MONEY),
                Card.coded(form.getOrDefault("card", "")).code(),
                quota.matches("0[0-9]|1[0-2]") ? quota : "00",
                outcome.matches("[0-9A-Z]{4}") ? outcome : "0000");
    }

    Choice in(Language other) {
        return new Choice(other, method, card, quota, outcome);
    }
}
