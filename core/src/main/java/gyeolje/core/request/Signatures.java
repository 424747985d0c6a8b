package gyeolje.core.request;

import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.Digests;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.util.List;

/**
 * What a merchant signs: SHA-256 over the values joined by a bar (merchant API, section 4). Only parsed values get here: none of
 * them can hold a blank, a control character or a bar, which is what makes the joined text unambiguous.
 */
public final class Signatures {
    public static Sha256 order(MerchantId merchant, OrderNumber order, Won amount, ApiCertKey key, String timestamp) {
        return Digests.sha256(
                String.join("|", merchant.text(), order.text(), amount.digits(), key.secret(), timestamp));
    }

    public static Sha256 cancel(MerchantId merchant, TransactionId transaction, ApiCertKey key) {
        return Digests.sha256(String.join("|", merchant.text(), transaction.text(), key.secret()));
    }

    static boolean matchesAny(List<Sha256> expected, String presentedHex) {
        boolean matched = false;
        for (var digest : expected) matched |= Digests.same(digest, presentedHex);
        return matched;
    }

    private Signatures() {}
}
