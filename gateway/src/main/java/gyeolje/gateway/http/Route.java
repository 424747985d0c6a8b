package gyeolje.gateway.http;

import gyeolje.core.value.MerchantId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which operation of which merchant a path means (merchant API, section 2). A path has one spelling: nothing is decoded, folded or
 * normalised.
 *
 * @param merchant the id as written in the path; perhaps not even well-formed
 */
record Route(Operation operation, String merchant) {
    private static final Pattern KAKAO = Pattern.compile("/ep/api/kakao/([A-Za-z0-9._~-]{1,64})/(order|pay|cancel)");
    private static final Pattern CARD_CANCEL = Pattern.compile("/v2/api/payment/([A-Za-z0-9._~-]{1,64})/cancel2");

    enum Operation {
        ORDER(64 * 1024),
        PAY(256 * 1024),
        CANCEL(64 * 1024);

        private final int mostBytes;

        Operation(int mostBytes) {
            this.mostBytes = mostBytes;
        }

        int mostBytes() {
            return mostBytes;
        }
    }

    static Optional<Route> of(String path) {
        var kakao = KAKAO.matcher(path);
        if (kakao.matches()) return of(operation(kakao.group(2)), kakao.group(1));
        var cardCancel = CARD_CANCEL.matcher(path);
        if (cardCancel.matches()) return of(Operation.CANCEL, cardCancel.group(1));
        return Optional.empty();
    }

    private static Optional<Route> of(Operation operation, String merchant) {
        boolean dots = merchant.equals(".") || merchant.equals("..");
        return dots ? Optional.empty() : Optional.of(new Route(operation, merchant));
    }

    private static Operation operation(String name) {
        return switch (name) {
            case "order" -> Operation.ORDER;
            case "pay" -> Operation.PAY;
            default -> Operation.CANCEL;
        };
    }

    Optional<MerchantId> merchantId() {
        return MerchantId.isWellFormed(merchant) ? Optional.of(new MerchantId(merchant)) : Optional.empty();
    }
}
