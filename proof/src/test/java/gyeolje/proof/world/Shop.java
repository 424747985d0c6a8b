package gyeolje.proof.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A merchant's server. It signs as the merchant API says (section 4) and shares no code with the gateway. */
public record Shop(String id, String key, int port) {
    public static final String AMOUNT = "1004";
    public static final String BUYER = "홍길동전";
    public static final String MAIL = "gildong.hong@mail.example";
    public static final String PHONE = "01098765432";
    public static final String MADE_AT = "20260401120000";

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** An order number that no test has used. */
    public static String newNumber() {
        return "ORDER-%06d".formatted(NUMBERS.incrementAndGet());
    }

    public Shop at(int otherPort) {
        return new Shop(id, key, otherPort);
    }

    /** A good order for the PC window, so that the acquirer hears of it at pay only. */
    public Body order(String number) {
        return order(number, AMOUNT, MADE_AT, "WP");
    }

    public Body order(String number, String amount, String timestamp, String window) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("orderNumber", number);
        fields.put("userAgent", window);
        fields.put("amount", amount);
        fields.put("itemName", "텀블러");
        fields.put("userName", BUYER);
        fields.put("returnUrl", "https://shop.example.com/return");
        fields.put("userEmail", MAIL);
        fields.put("signature", sign(id, number, amount, key, timestamp));
        fields.put("timestamp", timestamp);
        fields.put("mobileNumber", PHONE);
        return Body.of(fields);
    }

    public Body cancel(String transaction, String reason) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("transactionId", transaction);
        fields.put("cancelReason", reason);
        fields.put("signature", sign(id, transaction, key));
        return Body.of(fields);
    }

    public Reply send(String operation, Body body) throws IOException, InterruptedException {
        return send(operation, body.bytes());
    }

    public Reply send(String operation, byte[] body) throws IOException, InterruptedException {
        return Wire.post(port, "/ep/api/kakao/" + id + "/" + operation, body);
    }

    public Reply sendTo(String path, Body body) throws IOException, InterruptedException {
        return Wire.post(port, path, body.bytes());
    }

    /** A new order that must succeed. */
    public Reply ordered() throws IOException, InterruptedException {
        return ordered(newNumber(), MADE_AT);
    }

    public Reply ordered(String number, String timestamp) throws IOException, InterruptedException {
        var reply = send("order", order(number, AMOUNT, timestamp, "WP"));
        if (!reply.code().equals("0000")) throw new AssertionError("a good order was answered " + reply);
        return reply;
    }

    /** Pays what was ordered, as a shopper would. */
    public Reply pay(Acquirer acquirer, Reply ordered) throws IOException, InterruptedException {
        return send("pay", authentication(acquirer, ordered));
    }

    public Body authentication(Acquirer acquirer, Reply ordered) throws IOException, InterruptedException {
        return Body.of(acquirer.authenticate(ordered.transaction(), ordered.text("good_mny"), Map.of()));
    }

    /** A payment that must succeed; the answer to its pay. */
    public Reply paid(Acquirer acquirer) throws IOException, InterruptedException {
        var reply = pay(acquirer, ordered());
        if (!reply.code().equals("0000")) throw new AssertionError("a good payment was answered " + reply);
        return reply;
    }

    /** As above, and the books say so. */
    public Reply paid(Acquirer acquirer, Books books) throws IOException, InterruptedException {
        var reply = paid(acquirer);
        return books.paid(reply.transaction(), reply);
    }

    /** SHA-256 in lower-case hex over the values joined by bars. */
    public static String sign(String... values) {
        try {
            var text = String.join("|", values).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
