package gyeolje.sdk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The answer to {@link GyeoljeClient#order}: what the payment window needs. Keep {@link #transactionId()} with your
 * order, then open the window with {@link PaymentWindow} or {@code gyeolje.js}.
 */
public final class OrderAnswer extends Answer {
    private final String appUrl;

    OrderAnswer(int httpStatus, Map<String, String> fields, String appUrl) {
        super(httpStatus, fields);
        this.appUrl = appUrl;
    }

    /**
     * An order answer from its fields by wire name: for a shop that ordered elsewhere (another process, a session)
     * and only draws the window here.
     */
    public static OrderAnswer fromFields(Map<String, String> fields) {
        Map<String, String> copy = new LinkedHashMap<>(fields);
        copy.values().removeIf(Objects::isNull);
        String appUrl = copy.remove("AppUrl");
        return new OrderAnswer(200, copy, appUrl == null ? "" : appUrl);
    }

    /** The gateway's number of this attempt, 20 characters; {@code ordr_idxx} on the wire. */
    public String transactionId() {
        return text("ordr_idxx");
    }

    /** The acquirer's handle for the mobile window; {@code ""} on a PC. */
    public String approvalKey() {
        return text("approval_key");
    }

    /** Where the mobile form is posted; {@code ""} on a PC. */
    public String payUrl() {
        return text("pay_url");
    }

    /** The acquirer's shop code. */
    public String siteCode() {
        return text("site_cd");
    }

    /** The amount in won. */
    public long amount() {
        return won("good_mny");
    }

    /** The item's name as the window shows it: shortened and cleaned for the acquirer. */
    public String itemName() {
        return text("good_name");
    }

    /** The buyer's name as the window shows it. */
    public String buyerName() {
        return text("buyr_name");
    }

    /** Where the buyer's browser brings the result on mobile, as it was ordered. */
    public String returnUrl() {
        return text("Ret_URL");
    }

    /** The app scheme to return to, as it was ordered; {@code ""} when none. */
    public String appUrl() {
        return appUrl;
    }

    /** Whether this is a mobile order: it has a {@link #payUrl()}. */
    public boolean isMobile() {
        return !payUrl().isEmpty();
    }

    /**
     * What {@code Gyeolje.open} of {@code gyeolje.js} takes, as JSON in ASCII that is safe inside a
     * {@code <script type="application/json">} element, a script or (after HTML escaping) an attribute. It holds
     * nothing that the buyer may not see.
     */
    public String toWindowJson() {
        Map<String, String> shown = new LinkedHashMap<>();
        String[] names = {
            "responseCode",
            "responseMsg",
            "ordr_idxx",
            "good_name",
            "good_mny",
            "buyr_name",
            "site_cd",
            "Ret_URL",
            "approval_key",
            "pay_url"
        };
        for (String name : names) {
            if (raw().containsKey(name)) {
                shown.put(name, text(name));
            }
        }
        if (!appUrl.isEmpty()) {
            shown.put("AppUrl", appUrl);
        }
        return JsonWriter.ascii(shown);
    }
}
