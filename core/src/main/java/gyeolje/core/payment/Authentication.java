package gyeolje.core.payment;

import gyeolje.core.value.Digests;
import gyeolje.core.value.Sha256;

/**
 * The shopper proved who they are (인증); no money moved. Opaque to us, kept out of every log and every table.
 *
 * @param methodHint what the browser said was used; the acquirer's answer decides
 */
public record Authentication(String encData, String encInfo, String tranCd, String methodHint) {
    /** What makes two pays of one order identical (merchant API, section 7). Neither part can hold a line break. */
    public Sha256 hash() {
        return Digests.sha256(encData + "\n" + encInfo);
    }

    @Override
    public String toString() {
        return "Authentication(hidden)";
    }
}
