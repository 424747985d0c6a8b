package gyeolje.kcp;

import gyeolje.core.payment.Acquirer;
import gyeolje.core.payment.Authentication;
import gyeolje.core.payment.Doubt.Reason;
import gyeolje.core.payment.Doubt.Trace;
import gyeolje.core.payment.Event.AcquirerCancelled;
import gyeolje.core.payment.Event.ApprovalOutcome;
import gyeolje.core.payment.Event.CancelInDoubt;
import gyeolje.core.payment.Event.CancelOutcome;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.core.value.SiteCode;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** NHN KCP over its REST API. To be called on virtual threads: every call blocks until its outcome is known or its deadline over. */
public final class Kcp implements Acquirer, AutoCloseable {
    private static final AcquirerTransactionId NOBODYS = new AcquirerTransactionId("00000000000000");

    private final KcpSettings settings;
    private final KcpCredentials credentials;
    private final InstantSource clock;
    private final CallLog log;
    private final Map<Operation, Upstream> upstreams = new EnumMap<>(Operation.class);
    private final Requests requests;
    private final RegistrationReading registrations;
    private final ApprovalReading approvals;
    private final CancelReading cancels;
    private final InquiryReading inquiries;

    /**
     * Reads the certificate and the key that the settings name.
     *
     * @throws KcpCredentialsException with one line that says what is wrong
     */
    public Kcp(KcpSettings settings, Vertx vertx, InstantSource clock, UpstreamListener listener) {
        this.settings = settings;
        this.credentials = KcpCredentials.read(
                settings.certificate(), settings.privateKey(), settings.privateKeyPassword(), clock.instant());
        this.clock = clock;
        this.log = new CallLog(listener);
        this.requests = new Requests(settings, credentials);
        this.registrations = new RegistrationReading(settings.addresses().register());
        this.approvals = new ApprovalReading(clock, settings.timing().firstDelay());
        this.cancels = new CancelReading(clock);
        this.inquiries = new InquiryReading(clock);
        var loops = new Upstream.Loops(vertx, Runtime.getRuntime().availableProcessors());
        for (var operation : Operation.values()) {
            var url = settings.addresses().of(operation);
            var pool = settings.pools().of(operation);
            upstreams.put(operation, new Upstream(vertx, loops, url, settings.timing(), pool));
        }
    }

    @Override
    public SiteCode site() {
        return settings.siteCode();
    }

    @Override
    public boolean answersByOrder() {
        return settings.inquiryByOrder();
    }

    /** To be asked daily: KCP renews a certificate from 30 days before it expires. */
    public long certificateDaysLeft() {
        return credentials.daysLeft(clock.instant());
    }

    @Override
    public Registering register(Order order) {
        var deadline = deadline();
        var reply = post(Operation.REGISTER, requests.register(order), deadline);
        var registering = registrations.read(reply);
        log.over(Operation.REGISTER, order, reply, CallLog.ending(registering, reply), deadline);
        return registering;
    }

    @Override
    public ApprovalOutcome approve(Order order, Authentication authentication) {
        var deadline = deadline();
        var reply = post(Operation.APPROVE, requests.approve(order, authentication), deadline);
        var outcome = approvals.read(order, reply);
        log.over(Operation.APPROVE, order, reply, CallLog.ending(outcome), deadline);
        return outcome;
    }

    @Override
    public CancelOutcome cancel(Order order, AcquirerTransactionId tno, String reason) {
        var deadline = deadline();
        var reply = post(Operation.CANCEL, requests.cancel(tno, reason), deadline);
        var outcome = cancels.read(order, tno, reply, () -> cancelledBefore(order, tno, deadline));
        log.over(Operation.CANCEL, order, reply, CallLog.ending(outcome), deadline);
        return outcome;
    }

    @Override
    public Finding inquire(Order order, Trace trace) {
        return inquire(order, trace, deadline());
    }

    /**
     * Whether KCP answers at all: it is asked about a trade that nobody has, and any answer of its own will do.
     *
     * @param order for the log
     */
    public boolean answers(Order order) {
        var deadline = deadline();
        var trace = new Trace.Known(NOBODYS);
        var reply = post(Operation.INQUIRE, requests.inquire(NOBODYS), deadline);
        log.over(Operation.INQUIRE, order, reply, CallLog.ending(inquiries.read(order, trace, reply), reply), deadline);
        return reply instanceof Reply.Answered answered && answered.isOk();
    }

    private Finding inquire(Order order, Trace trace, Deadline deadline) {
        var body = switch (trace) {
            case Trace.Known(var tno) -> requests.inquire(tno);
            case Trace.Unknown _ -> requests.inquire(order);
        };
        if (trace instanceof Trace.Unknown && !answersByOrder())
            return new Finding.Unanswered("KCP cannot be asked without its transaction number");
        var reply = post(Operation.INQUIRE, body, deadline);
        var finding = inquiries.read(order, trace, reply);
        log.over(Operation.INQUIRE, order, reply, CallLog.ending(finding, reply), deadline);
        return finding;
    }

    /**
     * KCP says that the trade was cancelled before this cancel; within the same deadline it may say when. If it then says that the
     * trade stands, nothing is certain.
     */
    private CancelOutcome cancelledBefore(Order order, AcquirerTransactionId tno, Deadline deadline) {
        return switch (inquire(order, new Trace.Known(tno), deadline)) {
            case Finding.Cancelled cancelled -> new AcquirerCancelled(cancelled.at());
            case Finding.Approved _ -> new CancelInDoubt(Reason.UPSTREAM_FAULT);
            case Finding.NotFound _, Finding.Unanswered _ -> new AcquirerCancelled(Seoul.now(clock));
        };
    }

    private Reply post(Operation operation, byte[] body, Deadline deadline) {
        return Objects.requireNonNull(upstreams.get(operation)).post(body, deadline);
    }

    private Deadline deadline() {
        return Deadline.in(settings.timing().deadline());
    }

    /** Ends every connection; calls under way end in silence. */
    @Override
    public void close() {
        upstreams.values().forEach(Upstream::close);
    }
}
