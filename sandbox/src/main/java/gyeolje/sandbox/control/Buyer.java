package gyeolje.sandbox.control;

import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Card;
import gyeolje.sandbox.wire.Method;
import gyeolje.sandbox.wire.WindowResult;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Does what a buyer does in the window, without a browser. */
final class Buyer {
    private static final Set<String> KNOWN =
            Set.of("site_cd", "ordr_idxx", "good_mny", "method", "card", "quota", "outcome", "age_s");

    private final Authentications authentications;

    Buyer(Authentications authentications) {
        this.authentications = authentications;
    }

    Map<String, String> authenticate(Fields fields, Instant now) throws Wrong {
        fields.only(KNOWN);
        String order = fields.needed("ordr_idxx");
        String site = fields.needed("site_cd");
        if (!site.matches("[A-Z0-9]{5}") || order.length() > 40) {
            throw new Wrong("site_cd must be 5 capitals or digits, ordr_idxx at most 40 characters");
        }
        fields.needed("good_mny");
        long amount = fields.number("good_mny", 0, 1, 999_999_999);
        Method method = Method.named(fields.needed("method"))
                .orElseThrow(() -> new Wrong("field method must be KAKAO_MONEY or KAKAO_CARD"));
        Authentication authentication = new Authentication(
                Authentications.freshId(),
                site,
                order,
                amount,
                method,
                Card.coded(fields.text("card", "")).code(),
                "%02d".formatted(fields.number("quota", 0, 0, 36)),
                fields.text("outcome", "0000"),
                now.minusSeconds(fields.number("age_s", 0, 0, 31_536_000)));
        return WindowResult.authenticated(authentication, authentications.issue(authentication));
    }
}
