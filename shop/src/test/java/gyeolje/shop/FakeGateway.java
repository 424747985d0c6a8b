package gyeolje.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that remembers what it was asked, pays everything and can be told to misbehave; KCP's script as well. */
final class FakeGateway implements AutoCloseable {
    static final String MERCHANT = "tester";
    static final String KEY = "25bcd7a82f5b4058818462cc7715964c";

    /** What happens to a call in place of an ordinary answer. */
    enum Trouble {
        /** The call is carried out and its answer lost. */
        DONE_BUT_LOST,
        DECLINED,
        UNCONFIRMED,
        OVERLOADED
    }

    /** A request as it came. */
    record Request(String operation, JsonNode body, String userAgent) {
        String field(String name) {
            return body.path(name).asText();
        }
    }

    final List<Request> requests = new CopyOnWriteArrayList<>();
    final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    volatile String type = "KAKAO_MONEY";

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpServer server;
    private final AtomicInteger orders = new AtomicInteger();
    private final Map<String, JsonNode> ordered = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> answers = new ConcurrentHashMap<>();

    FakeGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/ep/api/kakao/" + MERCHANT + "/", this::answer);
        server.createContext("/plugin/payplus_web.jsp", FakeGateway::script);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    URI script() {
        return address().resolve("/plugin/payplus_web.jsp");
    }

    List<Request> calls(String operation) {
        return requests.stream()
                .filter(request -> request.operation.equals(operation))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var operation = path.substring(path.lastIndexOf('/') + 1);
            var body = JSON.readTree(exchange.getRequestBody());
            requests.add(
                    new Request(operation, body, exchange.getRequestHeaders().getFirst("User-Agent")));
            var trouble = operation.equals("order") ? null : troubles.poll();
            if (trouble == null) send(exchange, 200, carriedOut(operation, body));
            else meet(trouble, exchange, operation, body);
        }
    }

    private void meet(Trouble trouble, HttpExchange exchange, String operation, JsonNode body) throws IOException {
        switch (trouble) {
            case DONE_BUT_LOST -> carriedOut(operation, body);
            case DECLINED -> send(exchange, 200, Map.of("responseCode", "CC61", "responseMsg", "한도초과 <거절>"));
            case UNCONFIRMED -> send(exchange, 200, Map.of("responseCode", "9001", "responseMsg", "관리자에게 문의해주세요."));
            case OVERLOADED -> send(exchange, 503, Map.of("responseCode", "9001", "responseMsg", "관리자에게 문의해주세요."));
        }
    }

    private Map<String, String> carriedOut(String operation, JsonNode body) {
        return switch (operation) {
            case "order" -> order(body);
            case "pay" -> answers.computeIfAbsent(body.toString(), _ -> pay(body));
            case "cancel" -> answers.computeIfAbsent(body.toString(), _ -> cancel(body));
            default -> throw new IllegalArgumentException(operation);
        };
    }

    private Map<String, String> order(JsonNode body) {
        var id = "20261124120000KK%04d".formatted(orders.incrementAndGet());
        ordered.put(id, body);
        var answer = new LinkedHashMap<String, String>();
        answer.put("responseCode", "0000");
        answer.put("responseMsg", "성공");
        answer.put("ordr_idxx", id);
        answer.put("good_mny", body.path("amount").asText());
        answer.put("good_name", body.path("itemName").asText().replaceAll("[,&;|\\\\'\"<>]|\\p{So}", ""));
        answer.put("buyr_name", body.path("userName").asText());
        answer.put("site_cd", "T0000");
        answer.put("Ret_URL", body.path("returnUrl").asText());
        if (body.path("userAgent").asText().equals("WM")) {
            answer.put("approval_key", "vr1pvK2bD4lq");
            answer.put("pay_url", address() + "/pay/mobileGW.kcp");
        }
        return answer;
    }

    private Map<String, String> pay(JsonNode body) {
        var id = body.path("ordr_idxx").asText();
        var order = ordered.get(id);
        if (order == null) return Map.of("responseCode", "8001", "responseMsg", "주문정보가 없습니다.");
        var answer = new LinkedHashMap<String, String>();
        answer.put("responseCode", "0000");
        answer.put("responseMsg", "성공");
        answer.put("transactionId", id);
        answer.put("orderNumber", order.path("orderNumber").asText());
        answer.put("type", type);
        answer.put("authDateTime", "20261124120005");
        answer.put("amount", order.path("amount").asText());
        if (type.equals("KAKAO_CARD")) {
            answer.put("authNumber", "30001234");
            answer.put("cardName", "KB국민카드");
            answer.put("cardNo", "457973******1234");
            answer.put("quota", "3");
        } else {
            answer.put("cashReceipt", order.path("amount").asText());
        }
        return answer;
    }

    private static Map<String, String> cancel(JsonNode body) {
        return Map.of(
                "responseCode", "0000",
                "responseMsg", "성공",
                "transactionId", body.path("transactionId").asText(),
                "cancelDateTime", "20261124130000");
    }

    /** Authenticates at once, as a buyer in a hurry would. */
    private static void script(HttpExchange exchange) throws IOException {
        try (exchange) {
            var script = """
                    function GetField(form, json) { Object.keys(json).forEach(function (k) { form[k].value = json[k]; }); }
                    function KCP_Pay_Execute(form) {
                      setTimeout(function () {
                        m_Completepayment({res_cd: '0000', res_msg: '정상', enc_data: '1sealed', enc_info: '1info',
                          tran_cd: '00100000', card_pay_method: 'KAKAO_MONEY', ordr_idxx: form.ordr_idxx.value,
                          ordr_chk: form.ordr_idxx.value + '|' + form.good_mny.value}, function () {});
                      }, 50);
                    }
                    """.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/javascript; charset=utf-8");
            exchange.sendResponseHeaders(200, script.length);
            exchange.getResponseBody().write(script);
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> answer) throws IOException {
        var bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json;charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
