package gyeolje.sandbox.wire;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Issues and opens {@code enc_data} with its companion {@code enc_info} (KCP wire, mobile payment window). */
public final class Authentications {
    /** 1,056 bytes sealed, 1,409 characters, as KCP's are. */
    private static final int DATA_TEXT = 1028;

    private static final int INFO_NOISE = 119;

    private final Seal seal;

    public Authentications(Seal seal) {
        this.seal = seal;
    }

    /** {@code enc_data} and {@code enc_info}, which belong to each other. */
    public record Pair(String encData, String encInfo) {}

    public static String freshId() {
        return HexFormat.of().formatHex(Seal.random(12));
    }

    public Pair issue(Authentication authentication) {
        String data = Seal.token('2', seal.seal(text(authentication)));
        byte[] info = Arrays.copyOf(Seal.random(INFO_NOISE), INFO_NOISE + 32);
        System.arraycopy(seal.mac(data), 0, info, INFO_NOISE, 32);
        return new Pair(data, Seal.token('1', info));
    }

    /** Empty when the pair is garbled, does not belong together, or another sandbox issued it. */
    public Optional<Authentication> open(String encData, String encInfo) {
        Optional<byte[]> info = Seal.bytes(encInfo);
        if (info.isEmpty() || info.get().length != INFO_NOISE + 32) {
            return Optional.empty();
        }
        byte[] companion = Arrays.copyOfRange(info.get(), INFO_NOISE, INFO_NOISE + 32);
        if (!MessageDigest.isEqual(companion, seal.mac(encData))) {
            return Optional.empty();
        }
        return Seal.bytes(encData).flatMap(seal::open).flatMap(Json::object).flatMap(Authentications::read);
    }

    /** The key that a registration hands out; it holds for this order and amount and needs no memory. */
    public String approvalKey(String siteCode, String order, String amount) {
        byte[] mac = seal.mac("approval key " + siteCode + ' ' + order + ' ' + amount);
        return Base64.getEncoder().encodeToString(mac);
    }

    /** Digits that are the same for the same seed and subject, for numbers that look chosen by somebody else. */
    public String digits(String subject, int count) {
        StringBuilder digits = new StringBuilder(count);
        for (byte b : seal.mac(subject)) {
            if (digits.length() < count) {
                digits.append((char) ('0' + Math.floorMod(b, 10)));
            }
        }
        return digits.toString();
    }

    private static byte[] text(Authentication it) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", it.id());
        fields.put("site_cd", it.siteCode());
        fields.put("ordr_idxx", it.order());
        fields.put("good_mny", Long.toString(it.amount()));
        fields.put("method", it.method().name());
        fields.put("card", it.cardCode());
        fields.put("quota", it.quota());
        fields.put("outcome", it.outcome());
        fields.put("at", it.at().toString());
        byte[] json = Json.bytes(fields);
        byte[] padded = Arrays.copyOf(json, Math.max(DATA_TEXT, json.length));
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static Optional<Authentication> read(Map<String, String> fields) {
        return Method.named(fields.getOrDefault("method", ""))
                .map(method -> new Authentication(
                        fields.getOrDefault("id", ""),
                        fields.getOrDefault("site_cd", ""),
                        fields.getOrDefault("ordr_idxx", ""),
                        Long.parseLong(fields.getOrDefault("good_mny", "0")),
                        method,
                        fields.getOrDefault("card", ""),
                        fields.getOrDefault("quota", "00"),
                        fields.getOrDefault("outcome", "0000"),
                        Instant.parse(fields.getOrDefault("at", ""))));
    }
}
