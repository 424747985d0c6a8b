package gyeolje.sdk;

/** What a merchant may add to a payment window's form; immutable, every {@code with} method makes a copy. */
public final class WindowOptions {
    /** Nothing added. */
    public static final WindowOptions NONE =
            new WindowOptions(new String[] {"", "", ""}, "", "order_info", "카카오페이로 결제하기", "");

    private final String[] paramOpts;
    private final String appUrl;
    private final String formName;
    private final String submitLabel;
    private final String gyeoljeScriptUrl;

    private WindowOptions(
            String[] paramOpts, String appUrl, String formName, String submitLabel, String gyeoljeScriptUrl) {
        this.paramOpts = paramOpts.clone();
        this.appUrl = appUrl;
        this.formName = formName;
        this.submitLabel = submitLabel;
        this.gyeoljeScriptUrl = gyeoljeScriptUrl;
    }

    /**
     * A value of the merchant's own that comes back as {@link Authentication#paramOpt}. It passes through the browser:
     * nothing secret, nothing to be trusted. Prefer ASCII: the hop is windows-949.
     *
     * @param number 1 to 3
     */
    public WindowOptions withParamOpt(int number, String value) {
        if (number < 1 || number > 3) {
            throw new IllegalArgumentException("there are param_opt_1 to param_opt_3");
        }
        String[] copy = paramOpts.clone();
        copy[number - 1] = value;
        return new WindowOptions(copy, appUrl, formName, submitLabel, gyeoljeScriptUrl);
    }

    /** The app scheme to return to (mobile), when the order answer does not know it already. */
    public WindowOptions withAppUrl(String url) {
        return new WindowOptions(paramOpts, url, formName, submitLabel, gyeoljeScriptUrl);
    }

    /** The form's name and id; {@code order_info} unless told. */
    public WindowOptions withFormName(String name) {
        return new WindowOptions(paramOpts, appUrl, name, submitLabel, gyeoljeScriptUrl);
    }

    /** The text of the form's button. */
    public WindowOptions withSubmitLabel(String label) {
        return new WindowOptions(paramOpts, appUrl, formName, label, gyeoljeScriptUrl);
    }

    /** Where the page serves {@code gyeolje.js} (PC): its script element then comes before the acquirer's. */
    public WindowOptions withGyeoljeScriptUrl(String url) {
        return new WindowOptions(paramOpts, appUrl, formName, submitLabel, url);
    }

    String paramOpt(int number) {
        return paramOpts[number - 1];
    }

    String appUrl() {
        return appUrl;
    }

    String formName() {
        return formName;
    }

    String submitLabel() {
        return submitLabel;
    }

    String gyeoljeScriptUrl() {
        return gyeoljeScriptUrl;
    }
}
