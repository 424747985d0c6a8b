package gyeolje.sandbox.gate;

import gyeolje.sandbox.wire.Json;
import gyeolje.sandbox.wire.Result;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Serves a call the way a fault says. */
final class FaultyReply {
    private static final byte[] GARBAGE =
            "<html><body>502 Bad Gateway \u0000\u0001</body>".getBytes(StandardCharsets.UTF_8);

    private final Vertx vertx;
    private final Gate gate;

    FaultyReply(Vertx vertx, Gate gate) {
        this.vertx = vertx;
        this.gate = gate;
    }

    void serve(Gate.Call call, Fault fault) {
        HttpServerRequest http = call.http();
        switch (fault.kind()) {
            case DROP_BEFORE -> Reply.reset(http);
            case DROP_AFTER -> {
                act(call);
                Reply.reset(http);
            }
            case DELAY_BEFORE -> after(fault.pause(), () -> Reply.json(http, act(call)));
            case DELAY_AFTER -> {
                Map<String, String> answer = act(call);
                after(fault.pause(), () -> Reply.json(http, answer));
            }
            case STATUS -> broken(call, fault, fault.status(), fault.body().getBytes(StandardCharsets.UTF_8));
            case GARBAGE -> broken(call, fault, 200, garbage(fault));
            case EMPTY -> broken(call, fault, 200, new byte[0]);
            case REDIRECT -> {
                actIf(call, fault);
                Reply.redirect(http, fault.location());
            }
            case TRUNCATE -> Reply.truncated(http, Json.bytes(act(call)));
            case SLOW_DRIP -> drip(http, Json.bytes(act(call)), fault.pause());
            case DECLINE -> Reply.json(http, gate.decline(call, declined(fault)));
            case WRONG_AMOUNT -> Reply.json(http, changed(act(call), "amount", wrongAmount(fault)));
            case WRONG_ORDER -> Reply.json(http, changed(act(call), "order_no", _ -> "20200101000000KK9999"));
            case NO_TNO -> {
                Map<String, String> answer = act(call);
                answer.remove("tno");
                Reply.json(http, answer);
            }
            case LATE -> late(call, fault);
            case DUPLICATE -> {
                act(call);
                Reply.json(http, Gate.refusal(call.operation(), repetition(call.operation())));
            }
            case NOT_FOUND -> Reply.json(http, Gate.refusal(call.operation(), Result.NO_SUCH_TRADE));
        }
    }

    private Map<String, String> act(Gate.Call call) {
        return gate.act(call, Duration.ZERO);
    }

    private void actIf(Gate.Call call, Fault fault) {
        if (fault.does()) {
            act(call);
        }
    }

    private void broken(Gate.Call call, Fault fault, int status, byte[] body) {
        actIf(call, fault);
        Reply.raw(call.http(), status, body);
    }

    private void late(Gate.Call call, Fault fault) {
        if (call.operation() == Operation.APPROVE) {
            gate.act(call, fault.pause());
            Reply.reset(call.http());
        } else {
            Reply.json(call.http(), Gate.refusal(call.operation(), Result.NO_SUCH_TRADE));
        }
    }

    private void drip(HttpServerRequest http, byte[] body, Duration between) {
        http.response().putHeader("content-type", "application/json; charset=utf-8");
        http.response().putHeader("content-length", Integer.toString(body.length));
        drop(http, body, 0, between);
    }

    private void drop(HttpServerRequest http, byte[] body, int at, Duration between) {
        if (Reply.gone(http)) {
            return;
        }
        if (at == body.length) {
            http.response().end();
            return;
        }
        http.response().write(Buffer.buffer().appendByte(body[at]));
        after(between, () -> drop(http, body, at + 1, between));
    }

    private void after(Duration wait, Runnable then) {
        if (wait.isZero()) {
            then.run();
        } else {
            vertx.setTimer(wait.toMillis(), _ -> then.run());
        }
    }

    private static byte[] garbage(Fault fault) {
        return fault.body().isEmpty() ? GARBAGE : fault.body().getBytes(StandardCharsets.UTF_8);
    }

    private static Result declined(Fault fault) {
        Result result = Result.of(fault.code());
        return fault.message().isEmpty() ? result : result.saying(fault.message());
    }

    private static Result repetition(Operation operation) {
        return switch (operation) {
            case REGISTER -> Result.ORDER_REGISTERED;
            case APPROVE, INQUIRY -> Result.DUPLICATE;
            case CANCEL -> Result.CANCELLED_BEFORE;
        };
    }

    private static UnaryOperator<String> wrongAmount(Fault fault) {
        return amount -> fault.body().isEmpty() ? Long.toString(Long.parseLong(amount) + 1) : fault.body();
    }

    private static Map<String, String> changed(Map<String, String> answer, String name, UnaryOperator<String> change) {
        answer.computeIfPresent(name, (_, value) -> change.apply(value));
        return answer;
    }
}
