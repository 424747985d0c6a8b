package gyeolje.gateway.flow;

import static gyeolje.core.payment.ResponseCode.ALREADY_PAID;
import static gyeolje.core.payment.ResponseCode.ASK_OPERATOR;
import static gyeolje.core.payment.ResponseCode.NOT_TRUSTED;
import static gyeolje.core.payment.ResponseCode.REGISTRATION_FAILED;

import gyeolje.core.merchant.Merchant;
import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Limits;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.PaymentStore;
import gyeolje.core.payment.PaymentStore.Placing;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.ResponseCode;
import gyeolje.core.payment.Window;
import gyeolje.core.request.Fields;
import gyeolje.core.request.OrderRequest;
import gyeolje.core.request.Parsed.Ok;
import gyeolje.core.request.Parsed.Rejected;
import gyeolje.core.value.TransactionId;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An order, from named fields to the answer that opens the payment window (merchant API, sections 5 to 7). */
public final class OrderFlow {
    private static final Logger LOG = LoggerFactory.getLogger(OrderFlow.class);
    private static final int MOST_DRAWS = 5;

    private final PaymentStore store;
    private final Acquirer acquirer;
    private final Supplier<TransactionId> ids;
    private final Time time;

    public OrderFlow(PaymentStore store, Acquirer acquirer, Supplier<TransactionId> ids, Time time) {
        this.store = store;
        this.acquirer = acquirer;
        this.ids = ids;
        this.time = time;
    }

    public Answer order(Caller caller, Fields fields) {
        return switch (OrderRequest.parse(fields, caller.reading(time.instant()))) {
            case Rejected(var refusal) -> Answer.refused(refusal);
            case Ok(var request) -> order(caller, request);
        };
    }

    private Answer order(Caller caller, OrderRequest request) {
        var merchant = caller.merchant();
        if (!request.isSignedBy(merchant.id(), merchant.keys())) return Answer.of(NOT_TRUSTED);
        var outOfBounds = merchant.outOfBounds(request.amount());
        if (outOfBounds.isPresent()) return Answer.of(outOfBounds.get());
        return switch (request.window()) {
            case PC -> draw(caller, request);
            case MOBILE -> askFirst(caller, request);
        };
    }

    /** The acquirer hears of no order that would be refused anyway; for a PC's window the placing itself says all there is to say. */
    private Answer askFirst(Caller caller, OrderRequest request) {
        return switch (store.preview(caller.merchant().id(), request.number(), request.fingerprint())) {
            case Placing.OrderLive _ -> Answer.of(ALREADY_PAID);
            case Placing.Identical(var earlier) ->
                Answers.ordered(earlier.payment().order());
            case Placing.OverLimit(var which) -> Answer.of(which);
            case Placing.Placed _, Placing.IdTaken _ -> {
                var exceeded = exceededLimit(caller.merchant(), request);
                yield exceeded.isPresent() ? Answer.of(exceeded.get()) : draw(caller, request);
            }
        };
    }

    /** Refuses early and reserves nothing; pay decides. */
    private Optional<ResponseCode> exceededLimit(Merchant merchant, OrderRequest request) {
        if (merchant.limits().equals(Limits.UNLIMITED)) return Optional.empty();
        var taken = store.taken(merchant.id(), SeoulDay.of(time.instant()));
        return merchant.limits().exceededBy(taken, request.amount());
    }

    private Answer draw(Caller caller, OrderRequest request) {
        for (int draws = 0; draws < MOST_DRAWS; draws++) {
            var placed = place(caller.merchant(), newOrder(caller, request));
            if (placed.isPresent()) return placed.get();
        }
        LOG.error("no free transaction id after {} draws", MOST_DRAWS);
        return Answer.of(ASK_OPERATOR);
    }

    /** Empty when the transaction id is taken. */
    private Optional<Answer> place(Merchant merchant, Order drawn) {
        if (drawn.window() == Window.PC) return record(merchant, drawn);
        return switch (acquirer.register(drawn)) {
            case Registering.Done(var registration) -> record(merchant, drawn.registered(registration));
            case Registering.Refused(var code, var message) -> {
                LOG.warn("KCP refused to register {}: {} {}", drawn.transaction(), code, message);
                yield Optional.of(Answer.of(REGISTRATION_FAILED));
            }
            case Registering.Unreachable(var why) -> {
                LOG.warn("KCP could not be reached to register {}: {}", drawn.transaction(), why);
                yield Optional.of(Answer.of(REGISTRATION_FAILED));
            }
        };
    }

    private Optional<Answer> record(Merchant merchant, Order order) {
        var today = SeoulDay.of(time.instant());
        return switch (store.place(new Ordered(order), merchant.limits(), today)) {
            case Placing.Placed _ -> Optional.of(Answers.ordered(order));
            case Placing.Identical(var earlier) ->
                Optional.of(Answers.ordered(earlier.payment().order()));
            case Placing.OrderLive _ -> Optional.of(Answer.of(ALREADY_PAID));
            case Placing.OverLimit(var which) -> Optional.of(Answer.of(which));
            case Placing.IdTaken _ -> Optional.empty();
        };
    }

    private Order newOrder(Caller caller, OrderRequest request) {
        return new Order(
                caller.merchant().id(),
                ids.get(),
                request.number(),
                request.amount(),
                request.window(),
                request.itemName(),
                request.buyer(),
                request.returnUrl(),
                request.appUrl(),
                request.cashReceipt(),
                caller.userAgent(),
                acquirer.site(),
                new Registration.NotNeeded(),
                request.fingerprint(),
                time.instant());
    }
}
