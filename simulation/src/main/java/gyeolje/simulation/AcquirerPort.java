package gyeolje.simulation;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means.KakaoCard;
import gyeolje.core.payment.Approval.Means.KakaoMoney;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerApproved;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.AcquirerDeclined;
import gyeolje.core.payment.Event.AcquirerNotReached;
import gyeolje.core.payment.Event.ApprovalInDoubt;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelNotSent;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Event.CancelRefused;
import gyeolje.core.payment.Event.CancelRefused.Ground;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Registration.Registered;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.Won;
import gyeolje.simulation.Ledger.Approving;
import gyeolje.simulation.Ledger.Trade;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/** What the adapter of one host makes of the network's silence, delays and noise between it and the bank. */
final class AcquirerPort implements Acquirer {
    private static final SiteCode SITE = new SiteCode("T0000");

    private final World world;
    private final Host host;
    private final Line line;

    AcquirerPort(World world, Host host) {
        this.world = world;
        this.host = host;
        this.line = new Line(world, host);
    }

    @Override
    public SiteCode site() {
        return SITE;
    }

    @Override
    public boolean answersByOrder() {
        return world.setting().answersByOrder();
    }

    @Override
    public Registering register(Order order) {
        var id = order.transaction().text();
        return line.<Registering>call(
                "register " + id,
                false,
                () -> new Registering.Unreachable("not sent"),
                () -> new Registering.Unreachable("no answer"),
                call -> {
                    boolean refused = world.chance().happens(faults().decline() / 4);
                    call.answer(() -> refused
                            ? new Registering.Refused("9562", "가맹점 정보 없음")
                            : new Registering.Done(new Registered("key" + id, "https://acquirer.test/pay")));
                });
    }

    @Override
    public ApprovalOutcome approve(Order order, Authentication authentication) {
        var asked = approving(order);
        world.judges().askedToApprove(asked);
        return line.<ApprovalOutcome>call(
                "approve " + asked.transaction(),
                false,
                () -> new AcquirerNotReached("connection refused"),
                () -> doubt(Doubt.Reason.NO_ANSWER, new Trace.Unknown()),
                call -> world.bank()
                        .approve(
                                asked,
                                authentication.encData(),
                                world.setting().latest(),
                                answer -> call.answer(read(answer))));
    }

    private Supplier<ApprovalOutcome> read(Bank.Approved answer) {
        if (world.chance().happens(faults().garbage()))
            return () -> doubt(Doubt.Reason.UNREADABLE, new Trace.Unknown());
        return switch (answer) {
            case Bank.Approved.Declined(var code, var message) -> () -> new AcquirerDeclined(code, message);
            case Bank.Approved.SeenBefore _ -> () -> doubt(Doubt.Reason.DUPLICATE, new Trace.Unknown());
            case Bank.Approved.ServerFault _ -> () -> doubt(Doubt.Reason.UPSTREAM_FAULT, new Trace.Unknown());
            case Bank.Approved.Done(var trade) -> read(trade);
        };
    }

    private Supplier<ApprovalOutcome> read(Trade trade) {
        var chance = world.chance();
        if (chance.happens(faults().noHandle())) return () -> doubt(Doubt.Reason.NO_HANDLE, new Trace.Unknown());
        boolean card = chance.odds(0.5);
        var tno = new AcquirerTransactionId(trade.tno);
        var won = new Won(trade.won);
        return () -> new AcquirerApproved(new Approval(
                tno,
                won,
                world.seoul(trade.approvedAt),
                card ? new KakaoCard("12345678", "카카오카드", "123456******1234", 0) : new KakaoMoney(won)));
    }

    private ApprovalInDoubt doubt(Doubt.Reason reason, Trace trace) {
        var now = world.wall(host);
        return new ApprovalInDoubt(
                new Doubt(reason, trace, now),
                now.plus(world.setting().patience().firstDelay()));
    }

    @Override
    public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
        var decided = new ArrayList<Supplier<CancelOutcome>>(1);
        return line.<CancelOutcome>call(
                "cancel " + order.transaction().text(),
                world.setting().deafToCancels(),
                () -> new CancelNotSent("connection refused"),
                () -> new CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED),
                call -> {
                    // The same request a second time gets the same answer.
                    if (decided.isEmpty()) decided.add(cancelled(tno));
                    call.answer(decided.getFirst());
                });
    }

    private Supplier<CancelOutcome> cancelled(AcquirerTransactionId tno) {
        if (world.chance().happens(faults().serverFault())) return () -> new CancelInDoubt(Doubt.Reason.UPSTREAM_FAULT);
        var answer = world.bank().cancel(tno.text());
        if (world.chance().happens(faults().garbage())) return () -> new CancelInDoubt(Doubt.Reason.UNREADABLE);
        return switch (answer) {
            case Bank.Cancelled.Done(var trade) -> () -> new AcquirerCancelled(world.seoul(trade.cancelledAt()));
            case Bank.Cancelled.NotEnoughMoney _ ->
                () -> new CancelRefused(Ground.NOT_ENOUGH_UNSETTLED, "8178", "정산 대상 금액 부족");
            case Bank.Cancelled.NoSuchTrade _ -> () -> new CancelRefused(Ground.NO_SUCH_TRADE, "8132", "거래 없음");
            case Bank.Cancelled.Refused _ -> () -> new CancelRefused(Ground.OTHER, "8190", "취소 불가");
        };
    }

    @Override
    public Finding inquire(Order order, Trace trace) {
        return line.<Finding>call(
                "inquire " + order.transaction().text(),
                false,
                () -> new Finding.Unanswered("not sent"),
                () -> new Finding.Unanswered("no answer"),
                call -> {
                    boolean silent = world.chance().happens(faults().inquirySilent());
                    var found = found(world.bank().look(order.transaction().text()));
                    call.answer(() -> silent ? new Finding.Unanswered("HTTP 502") : found);
                });
    }

    private Finding found(Optional<Trade> trade) {
        if (trade.isEmpty()) return new Finding.NotFound();
        var found = trade.get();
        var tno = new AcquirerTransactionId(found.tno);
        return found.isLive()
                ? new Finding.Approved(tno, new Won(found.won))
                : new Finding.Cancelled(tno, world.seoul(found.cancelledAt()));
    }

    private static Approving approving(Order order) {
        return new Approving(
                order.merchant().text(),
                order.number().text(),
                order.transaction().text(),
                order.amount().amount());
    }

    private Setting.AcquirerFaults faults() {
        return world.setting().acquirer();
    }
}
