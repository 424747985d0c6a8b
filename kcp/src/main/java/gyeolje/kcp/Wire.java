package gyeolje.kcp;

/** The fixed values of KCP's REST wire, once. */
final class Wire {
    /** The window's method under which KakaoPay is registered. */
    static final String CARD_METHOD = "CARD";

    static final String NO_ESCROW = "N";
    static final String YES = "Y";

    static final String PAYS_BY_CARD = "PACA";
    static final String PAYS_BY_KAKAO_MONEY = "PAKM";
    static final String KAKAOPAY_SERVICE = "SCKA";
    static final String KAKAOPAY_WALLET = "OT13";

    static final String CANCEL_ALL = "STSC";

    static final String STANDS = "STSR";
    static final String STANDS_IN_PART = "STPC";
    static final String CANCELLED = CANCEL_ALL;

    /** The registration of 2021, which wants the certificate too. */
    static final String CERTIFIED_REGISTRATION = "/std/tradeReg/";

    static final int REASON_BYTES = 100;
    static final String SOME_REASON = "취소 요청";

    private Wire() {}
}
