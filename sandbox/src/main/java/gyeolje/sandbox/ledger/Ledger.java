package gyeolje.sandbox.ledger;

import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All the money this sandbox ever moved. Every change is in the journal before it can be answered. */
public final class Ledger implements AutoCloseable {
    private final Set<String> registered = ConcurrentHashMap.newKeySet();
    private final Set<String> used;
    private final Map<String, OrderCalls> orders;
    private final Map<String, Approval> approvals;
    private final TradeNumbers numbers = new TradeNumbers();
    private final Journal journal;

    private Ledger(Optional<Path> directory, int room) throws IOException {
        used = ConcurrentHashMap.newKeySet(room);
        orders = new ConcurrentHashMap<>(room);
        approvals = new ConcurrentHashMap<>(room);
        if (directory.isPresent()) {
            Files.createDirectories(directory.get());
            journal = Journal.open(directory.get().resolve("sandbox-ledger.jsonl"), this::replay);
        } else {
            journal = Journal.none();
        }
    }

    /** With room for so many approvals before its tables grow, which takes a moment. */
    public static Ledger open(Optional<Path> directory, int room) throws IOException {
        return new Ledger(directory, room);
    }

    /** False when this order number was registered before. */
    public boolean register(String siteCode, String order) {
        if (!registered.add(key(siteCode, order))) {
            return false;
        }
        journal.append(Events.registered(siteCode, order));
        return true;
    }

    public boolean isUsed(Authentication authentication) {
        return used.contains(authentication.id());
    }

    /** Uses the authentication up without moving money; false when it was used before. */
    public boolean use(Authentication authentication) {
        if (!used.add(authentication.id())) {
            return false;
        }
        journal.append(Events.used(authentication));
        return true;
    }

    /** Moves the money, once per authentication; empty when it was used before. */
    public Optional<Approval> approve(Authentication authentication, Instant now, Instant visibleFrom) {
        if (!used.add(authentication.id())) {
            return Optional.empty();
        }
        Approval approval = new Approval(numbers.next(now), authentication, now, visibleFrom);
        journal.append(Events.approved(approval));
        remember(approval);
        return Optional.of(approval);
    }

    /** Gives money back, or says why not; of two at once the second sees what the first did. */
    public Result cancel(Approval approval, CancelOrder order, Instant now) {
        synchronized (approval) {
            Result verdict = approval.verdict(order);
            if (verdict.equals(Result.OK)) {
                long amount = switch (order) {
                    case CancelOrder.Whole _ -> approval.balance();
                    case CancelOrder.Part(long part, long _) -> part;
                };
                journal.append(Events.cancelled(approval.tno(), amount, now));
                approval.cancel(amount, now);
            }
            return verdict;
        }
    }

    public Optional<Approval> byTno(String siteCode, String tno, Instant now) {
        return Optional.ofNullable(approvals.get(tno))
                .filter(approval -> approval.siteCode().equals(siteCode))
                .filter(approval -> approval.visible(now));
    }

    /** The latest approval of that order number. */
    public Optional<Approval> byOrder(String siteCode, String order, Instant now) {
        return Optional.ofNullable(orders.get(key(siteCode, order)))
                .flatMap(OrderCalls::latest)
                .filter(approval -> approval.visible(now));
    }

    public void countApproveCall(String siteCode, String order) {
        calls(siteCode, order).countApproveCall();
    }

    public int approveCalls(Approval approval) {
        return calls(approval.siteCode(), approval.order()).approveCalls();
    }

    /** Everything visible, oldest first. */
    public List<Approval> approvals(Instant now) {
        return visible(approvals.values(), now);
    }

    public void reset() {
        journal.clear();
        registered.clear();
        used.clear();
        orders.clear();
        approvals.clear();
    }

    @Override
    public void close() {
        journal.close();
    }

    private static List<Approval> visible(Collection<Approval> all, Instant now) {
        return all.stream()
                .filter(approval -> approval.visible(now))
                .sorted(Comparator.comparing(Approval::tno))
                .toList();
    }

    private void remember(Approval approval) {
        approvals.put(approval.tno(), approval);
        calls(approval.siteCode(), approval.order()).approved(approval);
    }

    private void replay(Map<String, String> event) {
        String kind = Events.text(event, Events.KIND);
        switch (kind) {
            case Events.REGISTERED ->
                registered.add(key(Events.text(event, "site_cd"), Events.text(event, "ordr_idxx")));
            case Events.USED -> used.add(Events.text(event, "authentication"));
            case Events.APPROVED -> {
                Approval approval = Events.approval(event);
                used.add(approval.authentication().id());
                numbers.seen(approval.tno());
                countApproveCall(approval.siteCode(), approval.order());
                remember(approval);
            }
            case Events.CANCELLED -> {
                Approval approval = approvals.get(Events.text(event, "tno"));
                if (approval == null) {
                    throw new IllegalStateException("the ledger file cancels a trade it never approved");
                }
                approval.countCancelCall();
                approval.cancel(Long.parseLong(Events.text(event, "amount")), Instant.parse(Events.text(event, "at")));
            }
            default -> throw new IllegalStateException("the ledger file has an unknown event: " + kind);
        }
    }

    private OrderCalls calls(String siteCode, String order) {
        return orders.computeIfAbsent(key(siteCode, order), _ -> new OrderCalls());
    }

    private static String key(String siteCode, String order) {
        return siteCode + ' ' + order;
    }
}
