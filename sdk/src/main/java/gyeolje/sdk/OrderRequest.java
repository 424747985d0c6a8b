package gyeolje.sdk;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One order. The gateway checks every field and answers 6001 or 6002 with the field's name, so the builder refuses
 * only what could never be sent. The object keeps the timestamp it was built with: ordering the same object twice
 * sends the same bytes and gets the same answer; building a new one is a new attempt with a new transaction.
 */
public final class OrderRequest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Map<String, String> fields;
    private final long amount;
    private final String shopperUserAgent;

    private OrderRequest(Builder builder) {
        this.fields = new LinkedHashMap<>(builder.fields);
        this.fields.putIfAbsent("timestamp", LocalDateTime.now(SEOUL).format(TIMESTAMP));
        this.amount = builder.amount;
        this.shopperUserAgent = builder.shopperUserAgent;
    }

    /** Starts an order for the mobile window; {@link Builder#window} changes that. */
    public static Builder builder() {
        return new Builder();
    }

    /** The merchant's own order number. */
    public String orderNumber() {
        return fields.getOrDefault("orderNumber", "");
    }

    /** The amount in won. */
    public long amount() {
        return amount;
    }

    /** {@code yyyyMMddHHmmss}; the time of {@link Builder#build} in Seoul unless it was given. */
    public String timestamp() {
        return fields.getOrDefault("timestamp", "");
    }

    String appUrl() {
        return fields.getOrDefault("appUrl", "");
    }

    String shopperUserAgent() {
        return shopperUserAgent;
    }

    /** The body, in the order of the merchant API's table. */
    Map<String, String> body(String signature) {
        Map<String, String> body = new LinkedHashMap<>();
        String[] names = {
            "orderNumber",
            "userAgent",
            "appUrl",
            "amount",
            "itemName",
            "userName",
            "returnUrl",
            "userEmail",
            "signature",
            "timestamp",
            "cashbillYn",
            "mobileNumber"
        };
        for (String name : names) {
            String value = name.equals("signature") ? signature : fields.get(name);
            if (value != null) {
                body.put(name, value);
            }
        }
        return body;
    }

    /** The order number alone; never the buyer's name, address or telephone number. */
    @Override
    public String toString() {
        return "OrderRequest[" + orderNumber() + "]";
    }

    /** Collects an order's values. A null or empty text leaves the field out of the request. */
    public static final class Builder {
        private final Map<String, String> fields = new LinkedHashMap<>();
        private long amount;
        private String shopperUserAgent = "";

        private Builder() {
            window(Window.MOBILE);
        }

        /** Required. 1 to 20 of letters, digits and {@code - _ . : # @ / + = ~}. */
        public Builder orderNumber(String orderNumber) {
            return put("orderNumber", orderNumber);
        }

        /** Required. Whole won. */
        public Builder amount(long won) {
            if (won < 0) {
                throw new IllegalArgumentException("amount must not be negative");
            }
            this.amount = won;
            return put("amount", Long.toString(won));
        }

        /** Required. At most 100 characters; what the buyer sees. */
        public Builder itemName(String itemName) {
            return put("itemName", itemName);
        }

        /** Required. At most 50 characters. */
        public Builder userName(String userName) {
            return put("userName", userName);
        }

        /** Required. Absolute http or https URL, at most 200 characters, to which the mobile window posts its result. */
        public Builder returnUrl(String returnUrl) {
            return put("returnUrl", returnUrl);
        }

        /** Which window the buyer will see; {@link Window#MOBILE} unless told. */
        public Builder window(Window window) {
            return put("userAgent", window.wire());
        }

        /** The scheme of the merchant's own app to return to, such as {@code myshop://paid}. */
        public Builder appUrl(String appUrl) {
            return put("appUrl", appUrl);
        }

        /** The buyer's mail address, at most 50 characters. */
        public Builder userEmail(String userEmail) {
            return put("userEmail", userEmail);
        }

        /** true: KakaoPay issues the cash receipt (what happens when not told); false: the merchant does it. */
        public Builder cashReceipt(boolean byKakaoPay) {
            return put("cashbillYn", byKakaoPay ? "Y" : "N");
        }

        /** The cash receipt's identity: 10 or 11 digits without hyphens. */
        public Builder mobileNumber(String mobileNumber) {
            return put("mobileNumber", mobileNumber);
        }

        /**
         * The shopper's own {@code User-Agent} header, passed on as that of the request. Characters that no header
         * may carry are dropped and it is cut at 512, so that an odd browser never stops an order.
         */
        public Builder shopperUserAgent(String userAgent) {
            String printable = userAgent == null ? "" : userAgent.replaceAll("[^\\x20-\\x7e]", "");
            this.shopperUserAgent =
                    printable.substring(0, Math.min(512, printable.length())).trim();
            return this;
        }

        /** {@code yyyyMMddHHmmss} in Asia/Seoul; the time of {@link #build} unless told. */
        public Builder timestamp(String timestamp) {
            return put("timestamp", timestamp);
        }

        /**
         * The order, stamped with the time of this call unless a timestamp was given.
         *
         * @throws UnsignableException when a text contains half a surrogate pair
         */
        public OrderRequest build() {
            fields.forEach(Signatures::wholeCharacters);
            return new OrderRequest(this);
        }

        private Builder put(String name, String value) {
            if (value == null || value.isEmpty()) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
            return this;
        }
    }
}
