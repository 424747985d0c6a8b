package gyeolje.sandbox;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** A gateway's side of the wire, with the certificate and key of the golden transcripts. */
final class Caller {
    static final ObjectMapper MAPPER = new ObjectMapper();
    static final String SITE = "T0000";
    static final String ORDER = "20260401120000KK0001";
    static final Path WIRE = Path.of(Objects.requireNonNull(System.getProperty("gyeolje.root")), "wire");

    final String base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Caller(int port) {
        base = "http://127.0.0.1:" + port;
    }

    static String certificate() throws IOException {
        return Files.readString(WIRE.resolve("keys/cert.pem")).replace("\n", "");
    }

    static String sign(String text) throws IOException, GeneralSecurityException {
        String pem = Files.readString(WIRE.resolve("keys/key.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initSign(key);
        rsa.update(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(rsa.sign());
    }

    HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    Map<String, String> call(String path, Map<String, String> body) throws IOException, InterruptedException {
        String json = send("POST", path, MAPPER.writeValueAsString(body)).body();
        return MAPPER.readValue(json, new TypeReference<LinkedHashMap<String, String>>() {});
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return MAPPER.readTree(send("GET", path, "").body());
    }

    JsonNode control(String path, String json) throws IOException, InterruptedException {
        return MAPPER.readTree(send("POST", path, json).body());
    }

    void fault(String json) throws IOException, InterruptedException {
        JsonNode answer = control("/_sandbox/faults", json);
        if (!answer.has("faults")) {
            throw new AssertionError(answer);
        }
    }

    JsonNode approvals() throws IOException, InterruptedException {
        return get("/_sandbox/ledger").get("approvals");
    }

    Map<String, String> authenticate(String order, String amount, String method)
            throws IOException, InterruptedException {
        return call(
                "/_sandbox/authenticate",
                Map.of("site_cd", SITE, "ordr_idxx", order, "good_mny", amount, "method", method));
    }

    /** An approval request for what the buyer agreed to. */
    static Map<String, String> approval(Map<String, String> authenticated, String order, String amount)
            throws IOException {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("site_cd", SITE);
        request.put("kcp_cert_info", certificate());
        request.put("tran_cd", "00100000");
        request.put("enc_data", authenticated.getOrDefault("enc_data", ""));
        request.put("enc_info", authenticated.getOrDefault("enc_info", ""));
        request.put("ordr_mony", amount);
        request.put("ordr_no", order);
        request.put("pay_type", "PACA");
        return request;
    }

    Map<String, String> approve(Map<String, String> request) throws IOException, InterruptedException {
        return call("/gw/enc/v1/payment", request);
    }

    /** Approves 1,004 won of money and says under which tno. */
    String paid(String order) throws IOException, InterruptedException {
        Map<String, String> answer = approve(approval(authenticate(order, "1004", "KAKAO_MONEY"), order, "1004"));
        return Objects.requireNonNull(answer.get("tno"), answer.toString());
    }

    static Map<String, String> cancel(String tno, String type) throws IOException, GeneralSecurityException {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("site_cd", SITE);
        request.put("kcp_cert_info", certificate());
        request.put("kcp_sign_data", sign(SITE + '^' + tno + '^' + type));
        request.put("tno", tno);
        request.put("mod_type", type);
        request.put("mod_desc", "고객 변심");
        return request;
    }

    Map<String, String> cancel(Map<String, String> request) throws IOException, InterruptedException {
        return call("/gw/mod/v1/cancel", request);
    }

    Map<String, String> cancelPart(String tno, String amount, String balanceBefore)
            throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, String> request = cancel(tno, "STPC");
        request.put("mod_mny", amount);
        request.put("rem_mny", balanceBefore);
        return cancel(request);
    }

    static Map<String, String> inquiry(String name, String subject) throws IOException, GeneralSecurityException {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("site_cd", SITE);
        request.put("kcp_cert_info", certificate());
        request.put("kcp_sign_data", sign(SITE + '^' + subject + "^PACA"));
        request.put(name, subject);
        request.put("pay_type", "PACA");
        return request;
    }

    Map<String, String> inquire(String tno) throws IOException, InterruptedException, GeneralSecurityException {
        return call("/std/inquery", inquiry("tno", tno));
    }

    static Map<String, String> registration(String order) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("site_cd", SITE);
        request.put("ordr_idxx", order);
        request.put("good_mny", "1004");
        request.put("good_name", "텀블러");
        request.put("pay_method", "CARD");
        request.put("Ret_URL", "http://shop.example.com/return");
        request.put("escw_used", "N");
        request.put("user_agent", "");
        return request;
    }
}
