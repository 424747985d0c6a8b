package gyeolje.gateway.http;

import gyeolje.core.value.Alphabet;
import gyeolje.core.value.MerchantId;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which operation of which merchant a path means (merchant API, section 2). A path has one spelling: nothing is decoded, folded or
 * normalised.
 *
 * @param merchant the id as written in the path; perhaps not even well-formed
 */
record Route(Operation operation, String merchant) {
    private static final String KAKAO = "/ep/api/kakao/";
    private static final String CARD = "/v2/api/payment/";
    private static final Alphabet CHARACTERS = Alphabet.of("A-Za-z0-9._~-");
    private static final int LONGEST = 64;

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
        if (path.startsWith(KAKAO)) return split(path, KAKAO.length(), Route::kakao);
        if (path.startsWith(CARD)) return split(path, CARD.length(), Route::card);
        return Optional.empty();
    }

    /** What follows `from` is a merchant and an operation. */
    private static Optional<Route> split(String path, int from, Function<String, Optional<Operation>> named) {
        int slash = path.indexOf('/', from);
        if (slash < 0) return Optional.empty();
        var merchant = path.substring(from, slash);
        boolean dots = merchant.equals(".") || merchant.equals("..");
        if (dots || !CHARACTERS.spells(merchant, 1, LONGEST)) return Optional.empty();
        return named.apply(path.substring(slash + 1)).map(operation -> new Route(operation, merchant));
    }

    private static Optional<Operation> kakao(String name) {
        return switch (name) {
            case "order" -> Optional.of(Operation.ORDER);
            case "pay" -> Optional.of(Operation.PAY);
            case "cancel" -> Optional.of(Operation.CANCEL);
            default -> Optional.empty();
        };
    }

    private static Optional<Operation> card(String name) {
        return name.equals("cancel2") ? Optional.of(Operation.CANCEL) : Optional.empty();
    }

    Optional<MerchantId> merchantId() {
        return MerchantId.isWellFormed(merchant) ? Optional.of(new MerchantId(merchant)) : Optional.empty();
    }
}
