package gyeolje.bench.load;

import gyeolje.bench.load.Work.Step;
import gyeolje.sandbox.wire.Authentication;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Method;
import gyeolje.sandbox.wire.Seal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Pays with everything in them, for orders that were placed before: the buyers were in the window already. */
public final class Pays implements Work {
    private final Deque<Step> steps;
    private final Deque<byte[]> requests;

    /** Authenticates as the sandbox of that seed would. */
    public Pays(Sellers sellers, Orders orders, long sandboxSeed) {
        var authentications = new Authentications(new Seal(sandboxSeed));
        var now = Instant.now();
        this.steps = new ArrayDeque<>(orders.placed());
        this.requests = new ArrayDeque<>(orders.placed().parallelStream()
                .map(step -> request(sellers, step, authentications, now))
                .toList());
    }

    private static byte[] request(Sellers sellers, Step step, Authentications authentications, Instant now) {
        var pair = authentications.issue(new Authentication(
                Authentications.freshId(),
                Sellers.SITE,
                step.transaction(),
                Long.parseLong(Sellers.AMOUNT),
                Method.KAKAO_MONEY,
                "",
                "00",
                "0000",
                now));
        var body = "{\"res_cd\":\"0000\",\"enc_info\":\"" + pair.encInfo() + "\",\"enc_data\":\"" + pair.encData()
                + "\",\"tran_cd\":\"00100000\",\"card_pay_method\":\"KAKAO_MONEY\",\"ordr_idxx\":\""
                + step.transaction() + "\"}";
        return HttpText.post(sellers.get(step.merchant()).text(), "pay", body);
    }

    @Override
    public Optional<Step> next(ByteBuffer out) {
        if (steps.isEmpty()) return Optional.empty();
        out.put(requests.remove());
        return Optional.of(steps.remove());
    }

    @Override
    public void answered(Step step, Answer answer) {}
}
