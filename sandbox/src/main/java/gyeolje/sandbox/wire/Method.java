package gyeolje.sandbox.wire;

import java.util.Arrays;
import java.util.Optional;

/** How the buyer pays within KakaoPay, as {@code card_pay_method} names it. */
public enum Method {
    KAKAO_MONEY,
    KAKAO_CARD;

    public static Optional<Method> named(String name) {
        return Arrays.stream(values())
                .filter(method -> method.name().equals(name))
                .findFirst();
    }
}
