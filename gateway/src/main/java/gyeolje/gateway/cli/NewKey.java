package gyeolje.gateway.cli;

import gyeolje.core.value.ApiCertKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signing key for a merchant: given, or 128 random bits in hex.
 *
 * @param made whether it was made here, and so must be shown once
 */
record NewKey(ApiCertKey key, boolean made) {
    private static final int BYTES = 16;

    static NewKey from(@Nullable String given, MerchantIdArgument merchant) {
        if (given == null) return random();
        if (!ApiCertKey.isWellFormed(given))
            throw merchant.wrong("a key is 16 to 64 printable characters without blank and bar");
        return new NewKey(new ApiCertKey(given), false);
    }

    private static NewKey random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new NewKey(new ApiCertKey(HexFormat.of().formatHex(bytes)), true);
    }

    List<String> lines() {
        return made
                ? List.of("apiCertKey " + key.secret() + "   (shown this once: give it to the merchant safely)")
                : List.of();
    }
}
