package gyeolje.sandbox.gate;

import gyeolje.sandbox.ledger.Approval;
import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Ask;
import gyeolje.sandbox.wire.Certificates;
import gyeolje.sandbox.wire.Refused;
import gyeolje.sandbox.wire.Result;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Says how a trade stands; changes nothing (KCP wire, inquiry). */
final class Inquiring {
    private final Ledger ledger;
    private final Certificates certificates;
    private final TradeFields fields;
    private final boolean byOrder;

    /** @param byOrder whether a trade may be named by {@code order_no} */
    Inquiring(Ledger ledger, Certificates certificates, TradeFields fields, boolean byOrder) {
        this.ledger = ledger;
        this.certificates = certificates;
        this.fields = fields;
        this.byOrder = byOrder;
    }

    Map<String, String> answer(Map<String, String> request, Instant now) {
        try {
            return inquire(new Ask(request), now);
        } catch (Refused refused) {
            return refused.result().fields();
        }
    }

    private Map<String, String> inquire(Ask ask, Instant now) throws Refused {
        String site = ask.site();
        PublicKey key = certificates.key(ask.text("kcp_cert_info"), now);
        boolean named = byOrder && ask.has("order_no") && !ask.has("tno");
        String subject = ask.needed(named ? "order_no" : "tno");
        String type = ask.needed("pay_type");
        certificates.verify(key, site + '^' + subject + '^' + type, ask.needed("kcp_sign_data"));
        Optional<Approval> approval = named ? ledger.byOrder(site, subject, now) : ledger.byTno(site, subject, now);
        return fields.status(approval.orElseThrow(() -> new Refused(Result.NO_SUCH_TRADE)));
    }
}
