package gyeolje.kcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gyeolje.core.payment.Acquirer.Finding;
import gyeolje.core.payment.Acquirer.Registering;
import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Registration.Registered;
import gyeolje.core.value.Won;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The adapter says and understands what the golden transcripts between gateway and KCP hold. */
final class TranscriptTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDateTime APPROVED = LocalDateTime.of(2026, 4, 1, 12, 0, 5);
    private static final LocalDateTime CANCELLED = LocalDateTime.of(2026, 4, 1, 12, 5, 0);

    private interface Call<T> {
        T on(Kcp kcp);
    }

    @Test
    void approves_kakaopay_money() throws IOException {
        assertEquals(
                new AcquirerApproved(new Approval(Scene.TNO, new Won(1004), APPROVED, new KakaoMoney(new Won(1004)))),
                approved("approve-money"));
    }

    @Test
    void approves_a_card_and_writes_a_lump_sum_as_no_instalments() throws IOException {
        assertEquals(
                new AcquirerApproved(new Approval(
                        Scene.TNO, new Won(1004), APPROVED, new KakaoCard("30041004", "한결카드", "943112******1004", 0))),
                approved("approve-card"));
    }

    @Test
    void declines_in_kcps_own_words() throws IOException {
        assertEquals(new AcquirerDeclined("CC10", "잔액이 부족합니다."), approved("approve-declined"));
    }

    @Test
    void cancels_the_whole_amount_at_kcps_time() throws IOException {
        assertEquals(new AcquirerCancelled(CANCELLED), cancelled("cancel-ok"));
    }

    @Test
    void takes_a_cancel_done_before_for_done_and_asks_when() throws IOException {
        assertEquals(new AcquirerCancelled(CANCELLED), cancelled("cancel-already-8133", "inquiry-cancelled"));
    }

    @Test
    void passes_on_that_the_unsettled_money_does_not_suffice() throws IOException {
        var refused = (CancelRefused) cancelled("cancel-refused-8178");
        assertEquals(CancelRefused.Ground.NOT_ENOUGH_UNSETTLED, refused.ground());
    }

    @Test
    void finds_an_approval_that_stands() throws IOException {
        assertEquals(new Finding.Approved(Scene.TNO, new Won(1004)), found("inquiry-approved"));
    }

    @Test
    void finds_a_cancelled_approval() throws IOException {
        assertEquals(new Finding.Cancelled(Scene.TNO, CANCELLED), found("inquiry-cancelled"));
    }

    @Test
    void finds_that_there_is_no_such_trade() throws IOException {
        assertEquals(new Finding.NotFound(), found("inquiry-not-found"));
    }

    @Test
    void finds_an_approval_and_its_number_by_our_order() throws IOException {
        assertEquals(
                new Finding.Approved(Scene.TNO, new Won(1004)),
                replay(kcp -> kcp.inquire(Scene.order(), new Trace.Unknown()), "inquiry-by-order"));
    }

    @Test
    void registers_a_mobile_trade() throws IOException {
        assertEquals(
                new Registering.Done(new Registered(
                        "LMDd/AtODglNfjkuymb/vr3l4iainDpHHlilplfRnGc=",
                        "https://testsmpay.kcp.co.kr/pay/mobileGW.kcp")),
                replay(kcp -> kcp.register(Scene.order()), "register-ok"));
    }

    @Test
    void passes_on_that_kcp_refuses_a_trade() throws IOException {
        assertEquals(
                new Registering.Refused("8338", "이미 등록된 주문번호입니다."),
                replay(kcp -> kcp.register(Scene.order()), "register-refused"));
    }

    private static ApprovalOutcome approved(String transcript) throws IOException {
        var request = read(transcript).at("/request/body");
        var authentication = new Authentication(
                request.path("enc_data").asText(),
                request.path("enc_info").asText(),
                request.path("tran_cd").asText(),
                "KAKAO_MONEY");
        return replay(kcp -> kcp.approve(Scene.order(), authentication), transcript);
    }

    private static Object cancelled(String... transcripts) throws IOException {
        return replay(kcp -> kcp.cancel(Scene.order(), Scene.TNO, "고객 변심"), transcripts);
    }

    private static Finding found(String transcript) throws IOException {
        return replay(kcp -> kcp.inquire(Scene.order(), new Trace.Known(Scene.TNO)), transcript);
    }

    /** The server answers as the transcripts do, in their order; what it heard must then be what they say. */
    private static <T> T replay(Call<T> call, String... transcripts) throws IOException {
        Queue<JsonNode> answers = new ConcurrentLinkedQueue<>();
        for (var transcript : transcripts) answers.add(read(transcript).path("answer"));
        StubKcp.Play play = (_, socket) -> {
            var answer = answers.remove();
            var body = JSON.writeValueAsBytes(answer.path("body"));
            var type = answer.at("/headers/content-type").asText();
            StubKcp.write(socket, StubKcp.head(answer.path("status").asInt(), type, body.length), body);
        };
        try (var server = new StubKcp(play);
                var scene = Scene.at(server.port())) {
            var outcome = call.on(scene.kcp());
            assertEquals(requests(transcripts), heard(server.heard()));
            return outcome;
        }
    }

    private static List<JsonNode> requests(String... transcripts) throws IOException {
        var requests = new ArrayList<JsonNode>();
        for (var transcript : transcripts) requests.add(read(transcript).path("request"));
        return requests;
    }

    private static List<JsonNode> heard(List<StubKcp.Heard> heard) throws IOException {
        var requests = new ArrayList<JsonNode>();
        for (var one : heard) requests.add(request(one));
        return requests;
    }

    private static ObjectNode request(StubKcp.Heard heard) throws IOException {
        var request = JSON.createObjectNode().put("method", heard.method()).put("path", heard.path());
        request.putObject("headers").put("content-type", heard.headers().get("content-type"));
        request.set("body", JSON.readTree(heard.text()));
        return request;
    }

    private static JsonNode read(String transcript) throws IOException {
        var file = Scene.ROOT.resolve("wire/kcp").resolve(transcript + ".json");
        return JSON.readTree(Files.readString(file, UTF_8));
    }
}
