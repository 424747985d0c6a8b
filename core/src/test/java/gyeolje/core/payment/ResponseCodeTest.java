package gyeolje.core.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The protocol's codes and messages, byte for byte, spelling included (merchant API, section 6). */
final class ResponseCodeTest {
    private static final String TABLE = """
            0000 성공
            1001 등록되지 않은 서비스아이디 입니다.
            1002 제휴사 프로세스 생성 오류
            1003 정산 대상 금액 부족으로 취소가 불가 합니다.
            1004 취소 대상건이 없습니다.
            1005 취소 가능 상태가 아닙니다.
            1006 취소 update 에러!
            2001 전문 검증에러!(관리자에게 문의 부탁드립니다.)
            5001 결제 금액이 최소 결제 금액 보다 작습니다.
            5002 결제 금액이 최대 결제 금액 보다 큼니다.
            5003 가맹점 일한도 초과! 관리자에게 문의 부탁드립니다.
            5004 가맹점 월한도 초과! 관리자에게 문의 부탁드립니다.
            5005 이행보증보험 한도 초과! 관리자에게 문의 부탁드립니다.
            6001 {field}은 필수입니다.
            6002 {field}이 잘못되었습니다.
            6003 파라미터를 확인해주세요.
            8001 주문정보가 없습니다.
            8002 결제가 진행된 주문입니다.
            9001 관리자에게 문의해주세요.
            9002 결과코드(res_cd)가 0000이 아닙니다.
            """;

    @Test
    void twentyCodesEachWithItsMessage() {
        var shown = Arrays.stream(ResponseCode.values())
                .map(code -> code.wire() + " " + code.message() + "\n")
                .collect(Collectors.joining());
        assertEquals(TABLE, shown);
        assertEquals(20, ResponseCode.values().length);
    }

    @Test
    void aRefusalNamesTheFieldInTheProtocolsWords() {
        assertEquals("orderNumber은 필수입니다.", Refusal.missing("orderNumber").message());
        assertEquals("amount이 잘못되었습니다.", Refusal.wrong("amount").message());
        assertEquals("6001", Refusal.missing("orderNumber").code().wire());
        assertEquals("6002", Refusal.wrong("amount").code().wire());
    }

    @Test
    void aRefusalThatConcernsNoFieldSaysTheMessageAsItStands() {
        for (var code : ResponseCode.values()) {
            if (code == ResponseCode.FIELD_MISSING || code == ResponseCode.FIELD_WRONG) continue;
            assertEquals(code.message(), Refusal.of(code).message());
            assertEquals("", Refusal.of(code).field());
        }
    }
}
