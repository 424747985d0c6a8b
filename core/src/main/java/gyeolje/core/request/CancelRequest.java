package gyeolje.core.request;

import static gyeolje.core.request.FieldRule.optional;
import static gyeolje.core.request.FieldRule.required;
import static gyeolje.core.request.FieldRule.sameMerchant;

import gyeolje.core.value.ApiCertKey;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.TransactionId;
import java.util.List;

/**
 * A merchant gives the whole amount back (merchant API, section 5, cancel).
 *
 * @param reason 1 to 256 characters; empty in the legacy profile when not given
 */
public record CancelRequest(TransactionId transaction, String reason, String signature, Sha256 hash) {
    private static final List<String> NAMES = List.of("transactionId", "cancelReason", "signature");

    public static Parsed<CancelRequest> parse(Fields in, Reading reading) {
        var fault = FieldRule.firstFault(table(reading), in);
        if (fault.isPresent()) return Parsed.rejected(fault.get());
        return Parsed.ok(new CancelRequest(
                new TransactionId(in.text("transactionId")),
                in.text("cancelReason"),
                in.text("signature"),
                in.hash(NAMES)));
    }

    private static List<FieldRule> table(Reading reading) {
        boolean reasonOptional = reading.profile() == Profile.LEGACY;
        return List.of(
                sameMerchant(reading.merchant()),
                required("transactionId", 20, TransactionId::isWellFormed),
                reasonOptional ? optional("cancelReason", 256, _ -> true) : required("cancelReason", 256, _ -> true),
                required("signature", 64, Formats::isSignature));
    }

    public boolean isSignedBy(MerchantId merchant, List<ApiCertKey> keys) {
        var expected = keys.stream()
                .map(key -> Signatures.cancel(merchant, transaction, key))
                .toList();
        return Signatures.matchesAny(expected, signature);
    }
}
