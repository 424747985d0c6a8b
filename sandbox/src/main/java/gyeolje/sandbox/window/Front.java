package gyeolje.sandbox.window;

import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Seoul;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The page at the root: what this is, what it knows, how it is controlled. Strangers see only the first. */
final class Front {
    private static final int SHOWN = 50;

    private final Ledger ledger;
    private final Pages pages;
    private final InstantSource clock;
    private final Supplier<String> publicUrl;

    Front(Ledger ledger, Pages pages, InstantSource clock, Supplier<String> publicUrl) {
        this.ledger = ledger;
        this.pages = pages;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    void serve(HttpServerRequest http, boolean local) {
        Instant now = clock.instant();
        List<Approval> all = local ? ledger.approvals(now) : List.of();
        List<Map<String, Object>> rows =
                all.reversed().stream().limit(SHOWN).map(Front::row).toList();
        Language language = Language.coded(http.getParam("lang", ""));
        Map<String, Object> values = Map.of(
                "local", local,
                "rows", rows,
                "none", rows.isEmpty(),
                "count", "%,d".formatted(all.size()),
                "base", publicUrl.get(),
                "today", Seoul.day(now));
        Html.page(http, 200, pages.index(values, language));
    }

    private static Map<String, Object> row(Approval approval) {
        return Map.of(
                "tno", approval.tno(),
                "order", approval.order(),
                "method", approval.authentication().method().name(),
                "amount", "%,d".formatted(approval.amount()),
                "cancelled", "%,d".formatted(approval.cancelled().amount()),
                "state", approval.state().name().toLowerCase(Locale.ROOT),
                "time", Seoul.second(approval.at()));
    }
}
