package gyeolje.kcp;

/** Every field name of KCP's REST wire, once (KCP wire: registration, approval, cancellation, inquiry). */
enum Field {
    SITE("site_cd"),
    CERTIFICATE("kcp_cert_info"),
    SIGNATURE("kcp_sign_data"),

    REGISTERED_ORDER("ordr_idxx"),
    GOODS_AMOUNT("good_mny"),
    GOODS_NAME("good_name"),
    METHOD("pay_method"),
    RETURN_URL("Ret_URL"),
    ESCROW("escw_used"),
    USER_AGENT("user_agent"),
    REGISTRATION_CODE("Code"),
    REGISTRATION_MESSAGE("Message"),
    APPROVAL_KEY("approvalKey"),
    PAY_URL("PayUrl"),

    TRANSACTION_CODE("tran_cd"),
    ENCRYPTED("enc_data"),
    ENCRYPTION("enc_info"),
    ORDERED_AMOUNT("ordr_mony"),
    ORDERED_NUMBER("ordr_no"),
    PAY_TYPE("pay_type"),

    CODE("res_cd"),
    MESSAGE("res_msg"),
    ENGLISH_MESSAGE("res_en_msg"),
    TRADE("tno"),
    AMOUNT("amount"),
    ORDER("order_no"),

    SERVICE("service_corp_id"),
    WALLET("card_other_pay_type"),
    EASYPOINT_TIME("app_easypoint_time"),
    KAKAO_MONEY_TIME("app_kakaomny_time"),
    APPROVAL_TIME("app_time"),
    CASH_RECEIPT("app_cash_receipt_yn"),
    CASH_RECEIPT_AMOUNT("app_cash_receipt_mny"),
    APPROVAL_NUMBER("app_no"),
    CARD_NAME("card_name"),
    CARD_NUMBER("card_no"),
    INSTALMENTS("quota"),

    CANCEL_TYPE("mod_type"),
    CANCEL_REASON("mod_desc"),
    CANCEL_TIME("canc_time"),

    STATE("stat_ca_cd"),
    REMAINING("rem_mny"),
    INQUIRED_CANCEL_TIME("can_time");

    private final String wire;

    Field(String wire) {
        this.wire = wire;
    }

    String wire() {
        return wire;
    }
}
