package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.WindowText;

/** What is sent, field by field in KCP's own order (KCP wire: registration, approval, cancellation, inquiry). */
final class Requests {
    /** As long as an approval, whose authentication is most of it. */
    private static final int USUAL_LENGTH = 4096;

    private final KcpSettings settings;
    private final KcpCredentials credentials;
    /** What most requests begin with: quoting the certificate would be most of the work of writing one. */
    private final String certified;

    Requests(KcpSettings settings, KcpCredentials credentials) {
        this.settings = settings;
        this.credentials = credentials;
        this.certified = new Body()
                .with(Field.SITE, site())
                .with(Field.CERTIFICATE, credentials.certificateLine())
                .text
                .toString();
    }

    byte[] register(Order order) {
        boolean isCertified = settings.addresses().register().getPath().startsWith(Wire.CERTIFIED_REGISTRATION);
        var body = isCertified ? certified() : new Body().with(Field.SITE, site());
        return body.with(Field.REGISTERED_ORDER, order.transaction().text())
                .with(Field.GOODS_AMOUNT, order.amount().digits())
                .with(Field.GOODS_NAME, WindowText.of(order.itemName(), WindowText.GOOD_NAME_BYTES))
                .with(Field.METHOD, Wire.CARD_METHOD)
                .with(Field.RETURN_URL, order.returnUrl())
                .with(Field.ESCROW, Wire.NO_ESCROW)
                .with(Field.USER_AGENT, order.shopperUserAgent())
                .json();
    }

    /** Not signed; the amount is always the ordered one. */
    byte[] approve(Order order, Authentication authentication) {
        return certified()
                .with(Field.TRANSACTION_CODE, authentication.tranCd())
                .with(Field.ENCRYPTED, authentication.encData())
                .with(Field.ENCRYPTION, authentication.encInfo())
                .with(Field.ORDERED_AMOUNT, order.amount().digits())
                .with(Field.ORDERED_NUMBER, order.transaction().text())
                .with(Field.PAY_TYPE, Wire.PAYS_BY_CARD)
                .json();
    }

    byte[] cancel(AcquirerTransactionId tno, String reason) {
        var description = WindowText.of(reason, Wire.REASON_BYTES);
        return certified()
                .with(Field.SIGNATURE, signed(tno.text(), Wire.CANCEL_ALL))
                .with(Field.TRADE, tno.text())
                .with(Field.CANCEL_TYPE, Wire.CANCEL_ALL)
                .with(Field.CANCEL_REASON, description.isEmpty() ? Wire.SOME_REASON : description)
                .json();
    }

    byte[] inquire(AcquirerTransactionId tno) {
        return inquiry(Field.TRADE, tno.text());
    }

    byte[] inquire(Order order) {
        return inquiry(Field.ORDER, order.transaction().text());
    }

    private byte[] inquiry(Field by, String number) {
        return certified()
                .with(Field.SIGNATURE, signed(number, Wire.PAYS_BY_CARD))
                .with(by, number)
                .with(Field.PAY_TYPE, Wire.PAYS_BY_CARD)
                .json();
    }

    private Body certified() {
        return new Body(certified);
    }

    private String signed(String number, String type) {
        return credentials.sign(site() + "^" + number + "^" + type);
    }

    private String site() {
        return settings.siteCode().text();
    }

    /**
     * One flat object, each field once. It is quoted into a text of its own: a generator's buffers would remember an authentication
     * until something else is written over them, or cost kilobytes for each request.
     */
    private static final class Body {
        private static final JsonStringEncoder QUOTING = JsonStringEncoder.getInstance();

        private final StringBuilder text;

        Body() {
            this("{");
        }

        Body(String begun) {
            text = new StringBuilder(USUAL_LENGTH).append(begun);
        }

        Body with(Field field, String value) {
            if (text.length() > 1) text.append(',');
            text.append('"').append(field.wire()).append("\":\"");
            QUOTING.quoteAsString(value, text);
            text.append('"');
            return this;
        }

        byte[] json() {
            return text.append('}').toString().getBytes(UTF_8);
        }
    }
}
