package gyeolje.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OrderTest {
    /** merchant API, section 2: who is shown the mobile window. */
    @ParameterizedTest(name = "\"{0}\" looks like a phone: {1}")
    @CsvSource({
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0), true",
        "Mozilla/5.0 (iPad; CPU OS 19_0), true",
        "Mozilla/5.0 (Linux; Android 16; SM-S931N), true",
        "iPhone, true",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64), false",
        "Mozilla/5.0 (X11; Linux x86_64), false",
        "iphone, false",
        "'', false"
    })
    void looksMobile(String userAgent, boolean mobile) {
        assertEquals(mobile, Order.looksMobile(userAgent));
    }

    @Test
    void registeringAnOrderChangesItsRegistrationAlone() {
        var registered = new Registration.Registered("key", "https://pay.example/window");
        var order = Scene.ORDER.registered(registered);
        assertEquals(registered, order.registration());
        assertEquals(Scene.ORDER, order.registered(Scene.ORDER.registration()));
    }

    @Test
    void whatAShopperEnteredAndProvedIsNotPrinted() {
        var authentication = new Authentication("encdata", "encinfo", "00100000", "KAKAO_CARD");
        var printed = Scene.payments() + " " + Scene.events() + " " + authentication;
        for (var secret : List.of("홍길동", "buyer@shop.example", "01012345678", "encdata", "encinfo")) {
            assertFalse(printed.contains(secret), secret);
        }
    }
}
