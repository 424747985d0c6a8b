package gyeolje.sandbox.window;

import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Ask;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Refused;
import gyeolje.sandbox.wire.Result;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;

/** What KCP checks before it shows a window (KCP wire, mobile payment window and PC window). */
final class Checking {
    private static final int LONGEST_ORDER = 40;

    private final Ledger ledger;
    private final Authentications authentications;

    Checking(Ledger ledger, Authentications authentications) {
        this.ledger = ledger;
        this.authentications = authentications;
    }

    Purchase pc(Map<String, String> fields, Instant now) throws Refused {
        order(new Ask(fields), now);
        return new Purchase(Purchase.Kind.PC, fields);
    }

    Purchase mobile(Map<String, String> fields, String userAgent, Instant now) throws Refused {
        if (!userAgent.contains("iPhone") && !userAgent.contains("iPad") && !userAgent.contains("Android")) {
            throw new Refused(new Result(
                    "9502", "이 결제창은 휴대폰과 태블릿에서만 열 수 있습니다.", "This window opens on iPhone, iPad and Android only."));
        }
        Ask ask = new Ask(fields);
        order(ask, now);
        if (!isWebAddress(ask.text("Ret_URL"))) {
            throw new Refused(Result.RETURN_MISSING);
        }
        String expected = authentications.approvalKey(ask.text("site_cd"), ask.text("ordr_idxx"), ask.text("good_mny"));
        if (!MessageDigest.isEqual(bytes(expected), bytes(ask.text("approval_key")))) {
            throw new Refused(new Result(
                    "9502",
                    "거래등록 정보와 다릅니다.(approval_key, site_cd, ordr_idxx, good_mny)",
                    "The form differs from the registered trade."));
        }
        return new Purchase(Purchase.Kind.MOBILE, fields);
    }

    private void order(Ask ask, Instant now) throws Refused {
        String site = ask.site();
        String order = ask.needed("ordr_idxx", Result.ORDER_MISSING);
        ask.needed("good_name", Result.GOODS_MISSING);
        ask.needed("good_mny", Result.PRICE_MISSING);
        long amount = ask.money("good_mny", Result.PRICE_WRONG);
        if (amount == 0 || order.length() > LONGEST_ORDER) {
            throw new Refused(Result.PRICE_WRONG);
        }
        if (ledger.byOrder(site, order, now).isPresent()) {
            throw new Refused(Result.ORDER_PAID);
        }
    }

    static boolean isWebAddress(String url) {
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme());
            return (scheme.equals("https") || scheme.equals("http")) && uri.getHost() != null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
