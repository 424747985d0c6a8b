package gyeolje.shop;

import gyeolje.shop.Pages.Notice;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** How an order stands, in words, and what the buyer can do about it. */
record Standing(String kind, String name, String tone, List<Notice> notices, Set<Act> acts) {
    /** What the page offers. */
    enum Act {
        OPEN_WINDOW,
        SETTLE,
        BUY_AGAIN,
        SHOW_RECEIPT,
        CANCEL
    }

    private static final String GOOD = "good";
    private static final String WAITING = "waiting";
    private static final String BAD = "bad";
    private static final String PLAIN = "plain";

    boolean is(Act act) {
        return acts.contains(act);
    }

    static Standing of(State state, Language in) {
        return switch (state) {
            case State.Ordering _ -> of("ordering", WAITING, in, List.of(), EnumSet.noneOf(Act.class));
            case State.NotPlaced(var code, var message) ->
                of(
                        "notPlaced",
                        BAD,
                        in,
                        one(in, code.isEmpty() ? "unreachable" : "notPlaced", code, message),
                        buyAgain());
            case State.Placed _ -> of("placed", WAITING, in, List.of(), EnumSet.of(Act.OPEN_WINDOW));
            case State.Abandoned(var _, var code, var message) ->
                of(
                        "abandoned",
                        abandoned(code).equals("notAuthenticated") ? BAD : PLAIN,
                        in,
                        one(in, abandoned(code), code, message),
                        EnumSet.of(Act.OPEN_WINDOW, Act.BUY_AGAIN));
            case State.Paying(var _, var doubt) -> paying(doubt, in);
            case State.Declined(var code, var message) ->
                of("declined", BAD, in, one(in, "declined", code, message), buyAgain());
            case State.Paid(var _, var code, var message) ->
                of(
                        "paid",
                        GOOD,
                        in,
                        cancelRefusal(in, code, message),
                        EnumSet.of(Act.SHOW_RECEIPT, Act.CANCEL, Act.BUY_AGAIN));
            case State.Cancelling _ ->
                of("cancelling", WAITING, in, one(in, "cancelling", "", ""), EnumSet.of(Act.SHOW_RECEIPT, Act.CANCEL));
            case State.Cancelled _ ->
                of("cancelled", PLAIN, in, List.of(), EnumSet.of(Act.SHOW_RECEIPT, Act.BUY_AGAIN));
        };
    }

    private static Standing paying(Doubt doubt, Language in) {
        var kind = switch (doubt) {
            case IN_FLIGHT, UNKNOWN -> "unknown";
            case NOT_SENT -> "notSent";
            case UNCONFIRMED -> "unconfirmed";
        };
        var acts = doubt.mayBePaid() ? EnumSet.of(Act.SETTLE) : EnumSet.of(Act.SETTLE, Act.BUY_AGAIN);
        return of(
                kind,
                WAITING,
                in,
                one(in, kind, doubt == Doubt.UNCONFIRMED ? Reply.Answered.UNCONFIRMED : "", ""),
                acts);
    }

    /** What KCP says when the buyer left the window: 3001 mostly, 7777 or nothing when it was closed. */
    private static String abandoned(String code) {
        return switch (code) {
            case "3001" -> "left";
            case "", "7777" -> "closed";
            default -> "notAuthenticated";
        };
    }

    private static List<Notice> cancelRefusal(Language in, String code, String message) {
        return switch (code) {
            case "" -> List.of();
            case CancelPayment.NOT_SENT -> one(in, "cancelNotSent", "", "");
            default -> one(in, "cancelRefused", code, message);
        };
    }

    private static EnumSet<Act> buyAgain() {
        return EnumSet.of(Act.BUY_AGAIN);
    }

    private static List<Notice> one(Language in, String kind, String code, String message) {
        return List.of(
                new Notice(in.text(kind + "Title"), in.text(kind + "Text"), in.text(kind + "Next"), code, message));
    }

    private static Standing of(String kind, String tone, Language in, List<Notice> notices, Set<Act> acts) {
        return new Standing(kind, in.text(kind + "State"), tone, notices, acts);
    }
}
