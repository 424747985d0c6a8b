package gyeolje.sandbox.control;

import gyeolje.sandbox.gate.Calls;
import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Seoul;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ledger as developers and reconciliations read it. */
final class LedgerView {
    private final Ledger ledger;
    private final Calls calls;

    LedgerView(Ledger ledger, Calls calls) {
        this.ledger = ledger;
        this.calls = calls;
    }

    Map<String, Object> ledger(Instant now) {
        List<Map<String, Object>> approvals =
                ledger.approvals(now).stream().map(this::approval).toList();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("approvals", approvals);
        view.put("calls", calls.byWord());
        return view;
    }

    /** The trade list of a day in Seoul as CSV, with what is to be wrong with it. */
    String trades(String day, List<Corruption> wrong, Instant now) throws Wrong {
        List<TradeLine> lines = ledger.approvals(now).stream()
                .filter(approval -> Seoul.day(approval.at()).equals(day))
                .map(LedgerView::line)
                .toList();
        StringBuilder csv = new StringBuilder(TradeLine.HEADER);
        for (TradeLine line : Corruption.applied(lines, wrong)) {
            csv.append(line.csv());
        }
        return csv.toString();
    }

    private static TradeLine line(Approval approval) {
        return new TradeLine(
                approval.tno(),
                approval.order(),
                approval.authentication().method().name(),
                Long.toString(approval.amount()),
                Seoul.second(approval.at()),
                state(approval));
    }

    private Map<String, Object> approval(Approval approval) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("tno", approval.tno());
        shown.put("site_cd", approval.siteCode());
        shown.put("ordr_idxx", approval.order());
        shown.put("amount", approval.amount());
        shown.put("cancelled", approval.cancelled().amount());
        shown.put("state", state(approval));
        shown.put("approve_calls", ledger.approveCalls(approval));
        shown.put("cancel_calls", approval.cancelCalls());
        return shown;
    }

    private static String state(Approval approval) {
        return approval.state().name().toLowerCase(Locale.ROOT);
    }
}
