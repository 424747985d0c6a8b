package gyeolje.fuzz;

import gyeolje.core.request.SignatureFuzz;
import gyeolje.core.request.UrlFuzz;
import gyeolje.core.value.AmountFuzz;
import gyeolje.core.value.WindowTextFuzz;
import gyeolje.gateway.http.JsonBodyFuzz;
import gyeolje.gateway.reconciliation.TradeListFuzz;
import gyeolje.kcp.ApproveAnswerFuzz;
import gyeolje.kcp.CancelAnswerFuzz;
import gyeolje.kcp.InquiryAnswerFuzz;
import gyeolje.kcp.RegisterAnswerFuzz;
import gyeolje.shop.WindowReturnFuzz;
import java.util.List;

/**
 * What is fuzzed: a class in the tests of the room whose code it tries, with a `fuzzerTestOneInput(byte[])`, the name that the
 * fuzzer looks for.
 *
 * @param tries for people
 */
record Target(String name, Class<?> type, Input input, String tries) {
    /** Fails when a promise is broken. */
    @FunctionalInterface
    interface Input {
        void feed(byte[] input) throws Exception;
    }

    static final List<Target> ALL = List.of(
            new Target(
                    "json",
                    JsonBodyFuzz.class,
                    JsonBodyFuzz::fuzzerTestOneInput,
                    "a request's body, and the three requests in it"),
            new Target("amount", AmountFuzz.class, AmountFuzz::fuzzerTestOneInput, "amounts and their sums"),
            new Target(
                    "signature",
                    SignatureFuzz.class,
                    SignatureFuzz::fuzzerTestOneInput,
                    "what is signed, and the signature"),
            new Target("urls", UrlFuzz.class, UrlFuzz::fuzzerTestOneInput, "returnUrl and appUrl, in each profile"),
            new Target(
                    "windows-949",
                    WindowTextFuzz.class,
                    WindowTextFuzz::fuzzerTestOneInput,
                    "names for the acquirer's window"),
            new Target(
                    "register",
                    RegisterAnswerFuzz.class,
                    RegisterAnswerFuzz::fuzzerTestOneInput,
                    "KCP's answer to a registration"),
            new Target(
                    "approve",
                    ApproveAnswerFuzz.class,
                    ApproveAnswerFuzz::fuzzerTestOneInput,
                    "KCP's answer to an approval"),
            new Target(
                    "cancel", CancelAnswerFuzz.class, CancelAnswerFuzz::fuzzerTestOneInput, "KCP's answer to a cancel"),
            new Target(
                    "inquire",
                    InquiryAnswerFuzz.class,
                    InquiryAnswerFuzz::fuzzerTestOneInput,
                    "KCP's answer to an inquiry"),
            new Target(
                    "window-return",
                    WindowReturnFuzz.class,
                    WindowReturnFuzz::fuzzerTestOneInput,
                    "what the payment window posts back"),
            new Target("trades", TradeListFuzz.class, TradeListFuzz::fuzzerTestOneInput, "the acquirer's trade list"));

    /** For a parameterized test's name. */
    @Override
    public String toString() {
        return name;
    }
}
