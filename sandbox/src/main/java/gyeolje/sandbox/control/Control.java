package gyeolje.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gyeolje.sandbox.gate.Calls;
import gyeolje.sandbox.gate.Faults;
import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.ledger.CancelOrder;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Json;
import gyeolje.sandbox.wire.Result;
import io.netty.util.NetUtil;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The developer's calls under {@code /_sandbox/}; only for this machine, and not for web pages of others. */
public final class Control {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Any other name may be a stranger's that was made to resolve to this machine. */
    private static final Pattern LOOPBACK_NAME = Pattern.compile("(127(\\.[0-9]{1,3}){3}|localhost|\\[::1])(:[0-9]+)?");

    private final Ledger ledger;
    private final Faults faults;
    private final Calls calls;
    private final InstantSource clock;
    private final Buyer buyer;
    private final FaultOrders faultOrders;
    private final LedgerView view;

    public Control(Ledger ledger, Faults faults, Calls calls, Authentications authentications, InstantSource clock) {
        this.ledger = ledger;
        this.faults = faults;
        this.calls = calls;
        this.clock = clock;
        buyer = new Buyer(authentications);
        faultOrders = new FaultOrders(faults);
        view = new LedgerView(ledger, calls);
    }

    public void serve(HttpServerRequest http, String path, Buffer body) {
        if (!isLocal(http)) {
            error(http, 403, "control calls are for this machine only");
            return;
        }
        try {
            dispatch(http, path, body);
        } catch (Wrong wrong) {
            error(http, 400, wrong.line());
        }
    }

    /** A loopback peer that names us by a loopback name; a browser's request must come from the sandbox's own pages. */
    public static boolean isLocal(HttpServerRequest http) {
        byte[] peer =
                NetUtil.createByteArrayFromIpAddressString(http.remoteAddress().hostAddress());
        if (peer == null || !isLoopback(peer)) {
            return false;
        }
        String host = http.getHeader("host");
        if (host == null || !LOOPBACK_NAME.matcher(host).matches()) {
            return false;
        }
        String origin = http.getHeader("origin");
        return origin == null || origin.equals("http://" + host);
    }

    private void dispatch(HttpServerRequest http, String path, Buffer body) throws Wrong {
        String call = http.method() + " " + path;
        switch (call) {
            case "POST /_sandbox/authenticate" ->
                answer(http, buyer.authenticate(new Fields(object(body)), clock.instant()));
            case "GET /_sandbox/faults" -> answer(http, Map.of("faults", faultOrders.list()));
            case "POST /_sandbox/faults" -> {
                faultOrders.add(new Fields(object(body)), clock.instant());
                answer(http, Map.of("faults", faultOrders.list()));
            }
            case "DELETE /_sandbox/faults" -> {
                faults.clear();
                answer(http, Map.of("faults", faultOrders.list()));
            }
            case "GET /_sandbox/ledger" -> answer(http, view.ledger(clock.instant()));
            case "POST /_sandbox/reset" -> {
                ledger.reset();
                faults.clear();
                calls.reset();
                answer(http, view.ledger(clock.instant()));
            }
            case "GET /_sandbox/trades" -> trades(http);
            case "POST /_sandbox/cancel" -> {
                cancelInTheConsole(new Fields(object(body)));
                answer(http, view.ledger(clock.instant()));
            }
            default -> unknown(http, path);
        }
    }

    private void trades(HttpServerRequest http) throws Wrong {
        String date = http.getParam("date", "");
        if (!date.matches("[0-9]{8}")) {
            throw new Wrong("parameter date must be yyyyMMdd");
        }
        List<Corruption> wrong = Corruption.named(http.getParam("corrupt", ""));
        plain(http, 200, "text/csv; charset=utf-8", view.trades(date, wrong, clock.instant()));
    }

    /** Gives the money back as somebody does who cancels past the gateway. */
    private void cancelInTheConsole(Fields fields) throws Wrong {
        fields.only(Set.of("tno"));
        String tno = fields.needed("tno");
        Approval approval = ledger.approvals(clock.instant()).stream()
                .filter(it -> it.tno().equals(tno))
                .findFirst()
                .orElseThrow(() -> new Wrong("there is no approval " + tno));
        if (!ledger.cancel(approval, new CancelOrder.Whole(), clock.instant()).equals(Result.OK)) {
            throw new Wrong(tno + " was cancelled before");
        }
    }

    private static void unknown(HttpServerRequest http, String path) {
        Set<String> paths = Set.of(
                "/_sandbox/authenticate",
                "/_sandbox/cancel",
                "/_sandbox/faults",
                "/_sandbox/ledger",
                "/_sandbox/reset",
                "/_sandbox/trades");
        boolean known = paths.contains(path);
        error(http, known ? 405 : 404, known ? "this call has another method" : "no such control call");
    }

    private static Map<String, String> object(Buffer body) throws Wrong {
        return Json.object(body.getBytes()).orElseThrow(() -> new Wrong("the body is no flat JSON object"));
    }

    private static boolean isLoopback(byte[] peer) {
        try {
            return InetAddress.getByAddress(peer).isLoopbackAddress();
        } catch (UnknownHostException oddLength) {
            return false;
        }
    }

    private static void answer(HttpServerRequest http, Object value) {
        plain(http, 200, "application/json; charset=utf-8", json(value));
    }

    private static void error(HttpServerRequest http, int status, String line) {
        plain(http, status, "application/json; charset=utf-8", json(Map.of("error", line)));
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("maps and lists always have a JSON form", impossible);
        }
    }

    private static void plain(HttpServerRequest http, int status, String type, String text) {
        http.response()
                .setStatusCode(status)
                .putHeader("content-type", type)
                .putHeader("cache-control", "no-store")
                .putHeader("x-content-type-options", "nosniff")
                .end(text);
    }
}
