package gyeolje.core.reconciliation;

import java.util.Locale;

/**
 * One thing in which the two records differ.
 *
 * @param subject our transaction id, or what the list has in its place; empty when it has nothing
 * @param tno the acquirer's number, empty when unknown
 * @param detail the two sides, in words
 */
public record Discrepancy(Kind kind, String subject, String tno, String detail) {
    /** What it means and what to do about it. */
    public enum Kind {
        MISSING_AT_ACQUIRER(
                "Recorded as paid here, but not in the acquirer's list.",
                "Check that the list is whole and of this day. If it is, ask KCP about the trade number: without"
                        + " its record this money is not settled."),
        MISSING_HERE(
                "In the acquirer's list, but this gateway has no such transaction.",
                "Find out who else uses this site code. If nobody does, cancel the trade in KCP's console and look into"
                        + " how it came about."),
        WRONG_AMOUNT(
                "The two records name different amounts.",
                "Ask KCP for the approval. If its amount is not what was ordered, cancel it in KCP's console and tell"
                        + " the merchant."),
        WRONG_DAY(
                "The trade belongs to another day.",
                "Check --date and what was exported. If only a few trades near midnight are named, reconcile the days on"
                        + " both sides as well."),
        DUPLICATE_NUMBER(
                "The list has one trade number more than once.",
                "Get the list again. If it stays so, ask KCP which line counts."),
        TWO_APPROVALS(
                "The list has more than one trade for one order: the shopper may have paid twice.",
                "Keep the trade whose number this gateway recorded and cancel the others in KCP's console."),
        OTHER_NUMBER(
                "The list has this transaction under another trade number than this gateway.",
                "Ask KCP about both numbers, and cancel the approval that this gateway does not know."),
        NOT_PAID_HERE(
                "Approved there, but not paid here: the merchant was told that nothing was paid.",
                "Where it says repaired, the gateway now cancels the approval itself. Otherwise cancel it in KCP's"
                        + " console and reconcile again with a new list."),
        CANCELLED_THERE(
                "Paid here, but cancelled at the acquirer: somebody cancelled past this gateway.",
                "Tell the merchant that the shopper has the money back. This gateway goes on answering that it was paid,"
                        + " and a cancel through it succeeds without moving money again."),
        NOT_CANCELLED_THERE(
                "Cancelled here, but still approved in the list.",
                "Get a list made after the cancel. If it stays so, cancel the trade in KCP's console: the merchant was"
                        + " told that the money went back."),
        PARTLY_CANCELLED(
                "A part was cancelled at the acquirer, which this gateway never does.",
                "Settle it in KCP's console: cancel the rest, or agree with the merchant on what stays."),
        STUCK_NOT_LISTED(
                "Stuck here, and not in the list: perhaps nothing was ever approved.",
                "Once the list is surely whole, reconcile again with --close-unlisted. Asked for near midnight, it may be"
                        + " in the next day's list."),
        STUCK_CANCELLED_THERE(
                "Stuck here, and cancelled at the acquirer.",
                "Where it says repaired, it is closed: nothing was paid. Otherwise reconcile again."),
        CANCEL_OVERDUE(
                "The merchant wants the money back, and the acquirer does not say that it went.",
                "Where it says repaired, the list shows that it did. Otherwise cancel the trade in KCP's console and"
                        + " reconcile again with a new list; the gateway also goes on trying by itself."),
        VOID_OVERDUE(
                "Not paid here, and the acquirer has not undone its approval, or not said whether there is one.",
                "Where it says repaired, the list shows that nothing stands. Listed as approved: cancel the trade in KCP's"
                        + " console and reconcile again with a new list. Not in the list: once it is surely whole,"
                        + " reconcile again with --close-unlisted. The gateway also goes on trying by itself."),
        UNREADABLE_LINE(
                "A line of the list cannot be read.",
                "Export the list again, without editing it. Until then it is not whole.");

        private final String meaning;
        private final String remedy;

        Kind(String meaning, String remedy) {
            this.meaning = meaning;
            this.remedy = remedy;
        }

        /** The name for people and scripts. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String meaning() {
            return meaning;
        }

        public String remedy() {
            return remedy;
        }
    }
}
