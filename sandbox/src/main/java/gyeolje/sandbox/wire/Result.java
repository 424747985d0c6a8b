package gyeolje.sandbox.wire;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A KCP result: its code with the Korean and the English message (KCP wire, result codes). */
public record Result(String code, String message, String english) {
    public static final Result OK = new Result("0000", "정상처리", "processing completed");

    public static final Result BUYER_CANCELLED = new Result("3001", "사용자가 결제를 취소했습니다.", "cancelled by the buyer");
    public static final Result SITE_MISSING = new Result("9002", "사이트코드(site_cd)가 없습니다.", "site_cd missing");
    public static final Result ORDER_MISSING = new Result("9006", "주문번호(ordr_idxx)가 없습니다.", "ordr_idxx missing");
    public static final Result GOODS_MISSING = new Result("9007", "상품명(good_name)이 없습니다.", "good_name missing");
    public static final Result PRICE_MISSING = new Result("9008", "결제금액(good_mny)이 없습니다.", "good_mny missing");
    public static final Result PRICE_WRONG = new Result("9009", "결제금액(good_mny)은 숫자여야 합니다.", "good_mny not numeric");
    public static final Result RETURN_MISSING = new Result("9028", "Ret_URL이 없거나 잘못되었습니다.", "Ret_URL missing");
    public static final Result ORDER_PAID = new Result("9167", "이미 결제된 주문번호입니다.", "duplicate order number");
    public static final Result SITE_UNKNOWN = new Result("9200", "등록되지 않은 사이트코드입니다.", "unknown site_cd");
    public static final Result ORDER_REGISTERED = new Result("8338", "이미 등록된 주문번호입니다.", "duplicate order number");

    public static final Result KEY_WRONG = new Result("8002", "사이트키 검증에 실패했습니다.", "site key check failed");
    public static final Result SITE_MIXED = new Result("8226", "인증 정보의 사이트코드와 다릅니다.", "gateway misrouting");
    public static final Result AMOUNT_WRONG = new Result("8059", "인증 금액과 승인 요청 금액이 다릅니다.", "amount mismatch");
    public static final Result STALE = new Result("8310", "인증 후 시간이 지났습니다. 처음부터 다시 결제해주세요.", "authentication too old");
    public static final Result DUPLICATE = new Result("8094", "중복 요청이 거절되었습니다.", "duplicate request");
    public static final Result CRYPTO = new Result("6004", "암호화 정보가 올바르지 않습니다.", "crypto information error");
    public static final Result CALL_WRONG = new Result("9502", "요청 전문이 올바르지 않습니다.", "module call error");
    public static final Result TRAN_CODE = new Result("9562", "tran_cd가 올바르지 않습니다.", "tran_cd unset");

    public static final Result CANCELLED_BEFORE = new Result("8133", "이미 취소된 거래입니다.", "already cancelled");
    public static final Result NO_SUCH_TRADE =
            new Result("8132", "해당 거래를 찾을 수 없습니다.", "original transaction not found");
    public static final Result PART_TOO_SMALL = new Result("8035", "부분취소 금액이 최소 금액보다 작습니다.", "below the minimum");
    public static final Result PART_TOO_LARGE =
            new Result("8036", "부분취소 가능 금액을 넘었습니다.", "above the cancellable amount");
    public static final Result BALANCE_WRONG = new Result("8037", "취소 가능 잔액이 다릅니다.", "remaining amount mismatch");
    public static final Result PARTLY_CANCELLED =
            new Result("8040", "부분취소가 진행된 거래는 전체취소할 수 없습니다.", "partial cancel in progress");
    public static final Result UNSETTLED_SHORT =
            new Result("8178", "정산 대상 금액이 부족하여 취소할 수 없습니다.", "unsettled balance too small");

    /** Codes that only an injected fault or a test outcome of the window brings about. */
    private static final List<Result> ON_DEMAND = List.of(
            new Result("CC01", "카드사로 문의해주세요.", "call issuer"),
            new Result("CC03", "카드사에서 거절했습니다.", "declined by issuer"),
            new Result("CC04", "분실 카드입니다.", "lost card"),
            new Result("CC07", "1회 이용 한도를 넘었습니다.", "per-use limit exceeded"),
            new Result("CC08", "1일 이용 한도를 넘었습니다.", "daily limit exceeded"),
            new Result("CC10", "잔액이 부족합니다.", "insufficient balance"),
            new Result("CC45", "정지된 카드입니다.", "card suspended"),
            new Result("CC54", "유효기간이 지난 카드입니다.", "card expired"),
            new Result("CC61", "이용 한도를 넘었습니다.", "limit exceeded"),
            new Result("CC63", "비밀번호가 틀렸습니다.", "wrong PIN"),
            new Result("CC72", "카드사 응답 시간이 지났습니다.", "issuer timeout"),
            new Result("CC75", "은행 점검 중입니다.", "bank maintenance"),
            new Result("CC98", "카드사 장애입니다.", "issuer down"),
            new Result("CC99", "KCP 장애입니다.", "KCP down"),
            new Result("CCC0", "카드사 점검 중입니다.", "issuer maintenance"),
            new Result("7512", "처리 시간이 지났습니다.", "timeout"),
            new Result("8001", "사이트 설정 오류입니다.", "site configuration error"),
            new Result("8012", "취소가 거절되었습니다. 관리자에게 문의해주세요.", "cancel refused"),
            new Result("8041", "시스템 시간 초과입니다.", "system timeout"),
            new Result("8122", "상점 월 한도를 넘었습니다.", "monthly limit exceeded"),
            new Result("8123", "상점 일 한도를 넘었습니다.", "daily limit exceeded"),
            new Result("8124", "상점 건당 최대 금액을 넘었습니다.", "above per-trade maximum"),
            new Result("8134", "취소할 수 없는 상태입니다.", "state not cancellable"),
            new Result("8135", "상점 건당 최소 금액보다 작습니다.", "below per-trade minimum"),
            new Result("8897", "허용되지 않은 IP입니다.", "caller address blocked"));

    private static final Map<String, Result> KNOWN = Stream.concat(
                    ON_DEMAND.stream(),
                    Stream.of(
                            BUYER_CANCELLED,
                            KEY_WRONG,
                            SITE_MIXED,
                            AMOUNT_WRONG,
                            STALE,
                            DUPLICATE,
                            CRYPTO,
                            CALL_WRONG,
                            TRAN_CODE,
                            CANCELLED_BEFORE,
                            NO_SUCH_TRADE,
                            PART_TOO_SMALL,
                            PART_TOO_LARGE,
                            BALANCE_WRONG,
                            PARTLY_CANCELLED,
                            UNSETTLED_SHORT,
                            ORDER_REGISTERED,
                            ORDER_PAID))
            .collect(Collectors.toUnmodifiableMap(Result::code, Function.identity()));

    /** The result with this code, or one with a plain message when the code is none we know. */
    public static Result of(String code) {
        Result known = KNOWN.get(code);
        return known == null ? new Result(code, "처리할 수 없습니다.", "declined") : known;
    }

    public Result saying(String other) {
        return new Result(code, other, english);
    }

    /** As every call but registration spells it. A fresh map that may be added to. */
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(64);
        fields.put("res_cd", code);
        fields.put("res_msg", message);
        fields.put("res_en_msg", english);
        return fields;
    }

    /** As registration spells it (KCP wire, mobile trade registration). */
    public Map<String, String> registrationFields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Code", code);
        fields.put("Message", message);
        return fields;
    }
}
