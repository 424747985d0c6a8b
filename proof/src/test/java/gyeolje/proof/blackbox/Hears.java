package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.proof.world.Reply;
import java.util.List;
import java.util.Map;

/**
 * What a merchant must hear, as a few words: an HTTP status where it is not 200, a code, and the field it names. Refusals have the
 * two fields of the envelope and no more; their words are the protocol's (merchant API, section 6).
 */
final class Hears {
    private static final Map<String, String> MESSAGES = Map.ofEntries(
            Map.entry("0000", "성공"),
            Map.entry("1001", "등록되지 않은 서비스아이디 입니다."),
            Map.entry("1002", "제휴사 프로세스 생성 오류"),
            Map.entry("1003", "정산 대상 금액 부족으로 취소가 불가 합니다."),
            Map.entry("1004", "취소 대상건이 없습니다."),
            Map.entry("1005", "취소 가능 상태가 아닙니다."),
            Map.entry("2001", "전문 검증에러!(관리자에게 문의 부탁드립니다.)"),
            Map.entry("5001", "결제 금액이 최소 결제 금액 보다 작습니다."),
            Map.entry("5002", "결제 금액이 최대 결제 금액 보다 큼니다."),
            Map.entry("6001", "%s은 필수입니다."),
            Map.entry("6002", "%s이 잘못되었습니다."),
            Map.entry("6003", "파라미터를 확인해주세요."),
            Map.entry("8001", "주문정보가 없습니다."),
            Map.entry("8002", "결제가 진행된 주문입니다."),
            Map.entry("9001", "관리자에게 문의해주세요."),
            Map.entry("9002", "결과코드(res_cd)가 0000이 아닙니다."));

    /** Such as `0000`, `6002 amount` or `400 6003`. */
    static Reply hears(String expected, Reply reply) {
        var words = List.of(expected.split(" ", -1));
        boolean statusGiven = words.getFirst().length() == 3;
        var code = words.get(statusGiven ? 1 : 0);
        var field = words.size() > (statusGiven ? 2 : 1) ? words.getLast() : "";
        assertEquals(
                (statusGiven ? words.getFirst() : "200") + " " + code,
                reply.status() + " " + reply.code(),
                reply::body);
        if (MESSAGES.containsKey(code)) assertEquals(MESSAGES.get(code).formatted(field), reply.message(), reply::body);
        if (!code.equals("0000")) assertEquals(2, reply.json().size(), reply::body);
        return reply;
    }

    private Hears() {}
}
