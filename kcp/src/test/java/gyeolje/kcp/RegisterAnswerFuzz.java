package gyeolje.kcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Acquirer.Registering.Done;
import gyeolje.core.payment.Acquirer.Registering.Refused;
import gyeolje.core.payment.Acquirer.Registering.Unreachable;
import gyeolje.core.payment.Registration.Registered;
import java.net.URI;
import java.util.regex.Pattern;

/** Fuzz target: a registration leads the shopper to a window on a host of KCP's and nowhere else, by a browser's reading too. */
public final class RegisterAnswerFuzz {
    private static final RegistrationReading READING =
            new RegistrationReading(URI.create("https://testsmpay.kcp.co.kr/trade/register.do"));
    private static final Pattern AT_KCP = Pattern.compile(
            "https://(?:[A-Za-z0-9.-]+\\.)?kcp\\.co\\.kr(?::[0-9]*)?(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);

    public static void fuzzerTestOneInput(byte[] input) {
        var fuzzed = FuzzedReply.of(input);
        switch (READING.read(fuzzed.reply())) {
            case Done(Registered(var key, var url)) -> {
                assertEquals(200, fuzzed.status());
                assertTrue(key.matches("[ -~]{1,256}"), "a key that a form can carry");
                assertTrue(url.length() <= 500 && AT_KCP.matcher(url).matches(), "elsewhere");
                assertTrue(url.indexOf('\\') < 0 && url.indexOf(' ') < 0);
            }
            case Refused(var code, var message) -> {
                assertTrue(code.matches("[0-9A-Za-z]{1,10}") && !code.equals("0000"));
                FuzzedReply.printable(message, 200);
            }
            case Unreachable(var why) -> assertTrue(!why.isEmpty());
        }
    }

    private RegisterAnswerFuzz() {}
}
