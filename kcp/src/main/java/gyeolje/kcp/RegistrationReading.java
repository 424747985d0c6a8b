package gyeolje.kcp;

import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Acquirer.Registering.Done;
import gyeolje.core.payment.Acquirer.Registering.Refused;
import gyeolje.core.payment.Acquirer.Registering.Unreachable;
import gyeolje.core.payment.Registration.Registered;
import gyeolje.core.value.Text;
import java.net.URI;
import java.net.URISyntaxException;

/** What an answer to a registration means (KCP wire, registration). No money is at stake: every silence is just no registration. */
final class RegistrationReading {
    private static final int MOST_KEY = 256;
    private static final int MOST_URL = 500;
    private static final int MOST_MESSAGE = 200;
    private static final String HTTPS = "https";

    private final URI registerUrl;

    RegistrationReading(URI registerUrl) {
        this.registerUrl = registerUrl;
    }

    Registering read(Reply reply) {
        return switch (reply) {
            case Reply.NotSent(var why) -> new Unreachable(why);
            case Reply.Silent(var why) -> new Unreachable(why);
            case Reply.Unreadable(var status, var why) -> new Unreachable("HTTP " + status + ", " + why);
            case Reply.Answered answered when answered.isOk() -> read(answered.answer());
            case Reply.Answered answered -> new Unreachable("HTTP " + answered.status());
        };
    }

    private Registering read(Answer answer) {
        var code = answer.text(Field.REGISTRATION_CODE);
        if (!KcpCodes.isWellFormed(code)) return new Unreachable("the answer has no code");
        return switch (KcpCodes.meaning(code)) {
            case DONE -> registered(answer);
            case REFUSED, UNCERTAIN, SEEN_BEFORE, ALREADY_CANCELLED, NO_SUCH_TRADE, NOT_ENOUGH_UNSETTLED, UNLISTED ->
                new Refused(code, answer.printable(Field.REGISTRATION_MESSAGE, MOST_MESSAGE));
        };
    }

    private Registering registered(Answer answer) {
        var key = answer.text(Field.APPROVAL_KEY);
        var url = answer.text(Field.PAY_URL);
        if (key.isEmpty() || key.length() > MOST_KEY || !Text.isPrintableAscii(key))
            return new Unreachable("the answer has no usable approval key");
        if (!isTrusted(url)) return new Unreachable("the answer leads to a payment window on a host that is not KCP's");
        return new Done(new Registered(key, url));
    }

    /** The shopper is sent there: to the host that registered the trade, or over TLS to one of KCP's. */
    private boolean isTrusted(String text) {
        if (text.length() > MOST_URL || !Text.isPrintableAscii(text)) return false;
        try {
            var url = new URI(text);
            if (KcpSettings.host(url).isEmpty() || url.getRawUserInfo() != null) return false;
            boolean tls = HTTPS.equalsIgnoreCase(url.getScheme());
            if (KcpSettings.isKcp(url)) return tls;
            boolean sameScheme = registerUrl.getScheme().equalsIgnoreCase(url.getScheme());
            return (tls || sameScheme) && KcpSettings.host(url).equals(KcpSettings.host(registerUrl));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
