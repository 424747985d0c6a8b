package gyeolje.kcp;

/** What came of one call. The first two are told apart with care: only one of them is sure that KCP knows nothing. */
sealed interface Reply {
    /** Nothing left us: no connection was had. */
    record NotSent(String why) implements Reply {}

    /** The request may have arrived; no whole answer did. */
    record Silent(String why) implements Reply {}

    /** An answer that is none of KCP's. */
    record Unreadable(int status, String why) implements Reply {}

    record Answered(int status, Answer answer) implements Reply {
        static final int OK = 200;

        boolean isOk() {
            return status == OK;
        }

        /** KCP finds the request at fault rather than itself; 408 and 429 say nothing of the kind. */
        boolean blamesUs() {
            return status >= 400 && status < 500 && status != 408 && status != 429;
        }
    }
}
