package gyeolje.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Strict decoding is part of what stops a forged signature (merchant API, section 4). */
final class StrictUtf8Test {
    @ParameterizedTest
    @CsvSource({
        "ED959C, true",
        "F09F9880, true",
        "EFBFBD, true",
        "EFBFBDED959C, true",
        "80, false",
        "C080, false",
        "EDA080, false",
        "ED95, false",
        "F4908080, false",
        "EFBFBD80, false",
        "FF, false",
    })
    void onlyWellFormedUtf8IsRead(String bytes, boolean readable) {
        var middle = HexFormat.of().parseHex(bytes);
        var body = new byte[middle.length + 8];
        System.arraycopy("{\"a\":\"".getBytes(UTF_8), 0, body, 0, 6);
        System.arraycopy(middle, 0, body, 6, middle.length);
        System.arraycopy("\"}".getBytes(UTF_8), 0, body, 6 + middle.length, 2);
        assertEquals(readable, JsonBody.read(body).isPresent());
    }
}
