package gyeolje.shop;

import java.util.Map;

/**
 * One request and its answer as they crossed the wire, kept for the page that shows them. What only the buyer and the
 * acquirer may read is shortened before it gets here; the key never gets here.
 *
 * @param status 0 when no answer arrived
 * @param failure why there is no answer, empty when there is one
 */
record Exchange(
        Step step,
        long at,
        String method,
        String url,
        Map<String, String> requestHeaders,
        String requestBody,
        int status,
        Map<String, String> answerHeaders,
        String answerBody,
        String failure) {

    /** The steps of a payment, in their order. */
    enum Step {
        ORDER,
        WINDOW,
        RETURN,
        PAY,
        CANCEL
    }
}
