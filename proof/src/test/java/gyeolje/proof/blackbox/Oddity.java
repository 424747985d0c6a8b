package gyeolje.proof.blackbox;

import gyeolje.proof.world.Body;

/** What can be odd about a field. Characters take the place of the good value's last one. */
enum Oddity {
    MISSING,
    NULL,
    EMPTY,
    BLANK,
    LONG,
    NUMBER,
    CONTROL,
    SURROGATE,
    FULLWIDTH,
    BAR,
    LESS,
    QUOTE,
    CRLF,
    EMOJI,
    BWELK,
    APART;

    Body in(Body body, String field, String good, String tooLong) {
        return switch (this) {
            case MISSING -> body.without(field);
            case NULL -> body.withJson(field, "null");
            case NUMBER -> body.withJson(field, "1");
            case EMPTY, BLANK, LONG, CONTROL, SURROGATE, FULLWIDTH, BAR, LESS, QUOTE, CRLF, EMOJI, BWELK, APART ->
                body.with(field, text(good, tooLong));
        };
    }

    /** The odd value where it is a text, else the good one. */
    String text(String good, String tooLong) {
        return switch (this) {
            case MISSING, NULL, NUMBER -> good;
            case EMPTY -> "";
            case BLANK -> "   ";
            case LONG -> tooLong;
            case CONTROL -> ending(good, "\u0007");
            case SURROGATE -> ending(good, "\ud800");
            case FULLWIDTH -> ending(good, "４");
            case BAR -> ending(good, "|");
            case LESS -> ending(good, "<");
            case QUOTE -> ending(good, "\"");
            case CRLF -> ending(good, "\r\n");
            case EMOJI -> ending(good, "😀");
            case BWELK -> ending(good, "뷁");
            case APART -> ending(good, "\u1100\u1161");
        };
    }

    private static String ending(String good, String odd) {
        return good.substring(0, good.length() - 1) + odd;
    }
}
