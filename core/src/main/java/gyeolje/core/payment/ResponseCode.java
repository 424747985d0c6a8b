package gyeolje.core.payment;

/** The protocol's response codes with their messages, spelling included (merchant API, section 6). */
public enum ResponseCode {
    SUCCESS("0000", "성공"),
    UNKNOWN_MERCHANT("1001", "등록되지 않은 서비스아이디 입니다."),
    REGISTRATION_FAILED("1002", "제휴사 프로세스 생성 오류"),
    NOT_ENOUGH_UNSETTLED("1003", "정산 대상 금액 부족으로 취소가 불가 합니다."),
    NOTHING_TO_CANCEL("1004", "취소 대상건이 없습니다."),
    NOT_CANCELLABLE("1005", "취소 가능 상태가 아닙니다."),
    CANCEL_NOT_RECORDED("1006", "취소 update 에러!"),
    NOT_TRUSTED("2001", "전문 검증에러!(관리자에게 문의 부탁드립니다.)"),
    BELOW_MINIMUM("5001", "결제 금액이 최소 결제 금액 보다 작습니다."),
    ABOVE_MAXIMUM("5002", "결제 금액이 최대 결제 금액 보다 큼니다."),
    OVER_DAY_LIMIT("5003", "가맹점 일한도 초과! 관리자에게 문의 부탁드립니다."),
    OVER_MONTH_LIMIT("5004", "가맹점 월한도 초과! 관리자에게 문의 부탁드립니다."),
    OVER_GUARANTEE_LIMIT("5005", "이행보증보험 한도 초과! 관리자에게 문의 부탁드립니다."),
    FIELD_MISSING("6001", "{field}은 필수입니다."),
    FIELD_WRONG("6002", "{field}이 잘못되었습니다."),
    UNREADABLE("6003", "파라미터를 확인해주세요."),
    UNKNOWN_ORDER("8001", "주문정보가 없습니다."),
    ALREADY_PAID("8002", "결제가 진행된 주문입니다."),
    ASK_OPERATOR("9001", "관리자에게 문의해주세요."),
    NOT_AUTHENTICATED("9002", "결과코드(res_cd)가 0000이 아닙니다.");

    private final String wire;
    private final String message;

    ResponseCode(String wire, String message) {
        this.wire = wire;
        this.message = message;
    }

    public String wire() {
        return wire;
    }

    /** The message; with `{field}` in it for the two codes that name a field. */
    public String message() {
        return message;
    }
}
