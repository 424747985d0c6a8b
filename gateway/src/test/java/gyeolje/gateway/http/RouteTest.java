package gyeolje.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.value.MerchantId;
import gyeolje.gateway.http.Route.Operation;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which paths mean something. */
final class RouteTest {
    @ParameterizedTest
    @CsvSource({
        "/ep/api/kakao/tester/order,        ORDER,  tester",
        "/ep/api/kakao/tester/pay,          PAY,    tester",
        "/ep/api/kakao/tester/cancel,       CANCEL, tester",
        "/v2/api/payment/tester/cancel2,    CANCEL, tester",
        "/ep/api/kakao/a-B_9/pay,           PAY,    a-B_9"
    })
    void each_operation_has_its_path(String path, Operation operation, String merchant) {
        var route = Route.of(path).orElseThrow();
        assertEquals(new Route(operation, merchant), route);
        assertEquals(Optional.of(new MerchantId(merchant)), route.merchantId());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "/ep/api/kakao/tester",
                "/ep/api/kakao/tester/",
                "/ep/api/kakao/tester/refund",
                "/ep/api/kakao/tester/order/",
                "/ep/api/kakao/tester/order//",
                "/ep/api/kakao//order",
                "//ep/api/kakao/tester/order",
                "/ep//api/kakao/tester/order",
                "/ep/api/kakao/../order",
                "/ep/api/kakao/./order",
                "/ep/api/kakao/a/../tester/order",
                "/ep/api/kakao/%2e%2e/order",
                "/ep/api/kakao/a%2Fb/order",
                "/ep/api/kakao/tester%2Forder",
                "/ep/api/kakao/tester/order;jsessionid=1",
                "/ep/api/kakao/tester/%6Frder",
                "/EP/API/KAKAO/tester/order",
                "/ep/api/kakao/tester/Order",
                "/ep/api/kakao/tester/cancel2",
                "/v2/api/payment/tester/cancel",
                "/v2/api/payment/tester/order",
                "/ep/api/kakao/테스터/order",
                "/ep/api/kakao/te ster/order",
                "/ep/api/kakao/tester/order\n",
                "/ep/api/kakao/tester/order?x"
            })
    void every_other_path_is_unknown(String path) {
        assertEquals(Optional.empty(), Route.of(path));
    }

    @Test
    void an_id_that_nobody_can_have_is_still_a_path() {
        assertEquals(
                Optional.empty(),
                Route.of("/ep/api/kakao/te.ster/order").orElseThrow().merchantId());
        assertEquals(
                Optional.empty(),
                Route.of("/ep/api/kakao/" + "a".repeat(21) + "/order")
                        .orElseThrow()
                        .merchantId());
        assertEquals(Optional.empty(), Route.of("/ep/api/kakao/" + "a".repeat(10_000) + "/order"));
    }
}
