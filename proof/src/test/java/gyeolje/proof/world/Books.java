package gyeolje.proof.world;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What merchants heard last about each payment, to be compared with where the money is. */
public final class Books {
    private final Map<String, String> pays = new ConcurrentHashMap<>();
    private final Map<String, String> cancels = new ConcurrentHashMap<>();

    public Reply paid(String transaction, Reply reply) {
        pays.put(transaction, reply.code());
        return reply;
    }

    public Reply cancelled(String transaction, Reply reply) {
        cancels.put(transaction, reply.code());
        return reply;
    }

    /** Transactions that, by what merchants heard, are paid and not given back. */
    private Set<String> owned() {
        var owned = new TreeSet<String>();
        pays.forEach((transaction, code) -> {
            if (code.equals("0000") && !"0000".equals(cancels.get(transaction))) owned.add(transaction);
        });
        return owned;
    }

    /**
     * Money stands exactly where a merchant was told so: no approval that nobody was told of, none told of that is not there, none
     * twice, no order approved twice.
     */
    public void agreeWith(Acquirer.Ledger ledger) {
        var standing =
                ledger.standing().stream().map(Acquirer.Approval::transaction).toList();
        if (!List.copyOf(owned()).equals(standing.stream().sorted().toList()))
            throw new AssertionError("heard as paid: " + owned() + "\nstands at the acquirer: " + standing);
        for (var approval : ledger.approvals()) {
            if (ledger.of(approval.transaction()).size() != 1)
                throw new AssertionError("approved more than once: " + approval);
        }
    }
}
