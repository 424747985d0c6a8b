package gyeolje.shop;

import gyeolje.sdk.Answer;
import gyeolje.sdk.Authentication;
import gyeolje.sdk.GyeoljeClient;
import gyeolje.sdk.NotAcceptedException;
import gyeolje.sdk.NotSentException;
import gyeolje.sdk.OrderRequest;
import gyeolje.sdk.OutcomeUnknownException;
import gyeolje.sdk.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Supplier;

/** The three calls of the merchants' SDK, with what crossed the wire caught on the way. */
final class GatewayCalls {
    private static final ScopedValue<List<Exchange>> CAUGHT = ScopedValue.newInstance();

    private final GyeoljeClient client;

    GatewayCalls(ShopOptions options, Patience patience) {
        var scheme = String.valueOf(options.gateway().getScheme());
        this.client = GyeoljeClient.builder()
                .baseUrl(options.gateway().toString())
                .merchantId(options.merchant())
                .apiCertKey(options.key())
                .connectTimeoutMillis(Math.toIntExact(patience.connect().toMillis()))
                .answerTimeoutMillis(Math.toIntExact(patience.answer().toMillis()))
                .retries(patience.retries())
                .listener(seen -> caught(scheme, seen))
                .build();
    }

    Reply order(Order order, String returnUrl, String shopperUserAgent) {
        var buyer = order.buyer();
        var request = OrderRequest.builder()
                .orderNumber(order.number())
                .window(order.phone() ? Window.MOBILE : Window.PC)
                .amount(order.won())
                .itemName(order.itemName())
                .userName(buyer.name())
                .userEmail(buyer.email())
                .mobileNumber(buyer.mobile())
                .cashReceipt(buyer.cashReceipt())
                .returnUrl(returnUrl)
                .shopperUserAgent(shopperUserAgent)
                .build();
        return reply(() -> client.order(request));
    }

    /** Sends the authentication just as the window brought it. */
    Reply pay(byte[] authentication) {
        return reply(() -> client.pay(Authentication.fromBody(authentication)));
    }

    Reply cancel(String transactionId, String reason) {
        return reply(() -> client.cancel(transactionId, reason));
    }

    private static Reply reply(Supplier<Answer> call) {
        var exchanges = new ArrayList<Exchange>();
        try {
            var answer = ScopedValue.where(CAUGHT, exchanges).call(call::get);
            var fields = new LinkedHashMap<>(answer.raw());
            return new Reply.Answered(answer.responseCode(), answer.responseMsg(), fields, List.copyOf(exchanges));
        } catch (NotSentException | NotAcceptedException _) {
            return new Reply.NotSent(List.copyOf(exchanges));
        } catch (OutcomeUnknownException _) {
            return new Reply.Unknown(List.copyOf(exchanges));
        }
    }

    /** The SDK tells of each attempt on the thread of the call. */
    private static void caught(String scheme, gyeolje.sdk.Exchange exchange) {
        CAUGHT.get().add(Transcript.of(scheme, exchange));
    }
}
