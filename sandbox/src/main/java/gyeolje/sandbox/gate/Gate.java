package gyeolje.sandbox.gate;

import gyeolje.sandbox.ledger.Ledger;
import gyeolje.sandbox.wire.Authentications;
import gyeolje.sandbox.wire.Certificates;
import gyeolje.sandbox.wire.Json;
import gyeolje.sandbox.wire.Result;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where gateways call: counts, meets faults, acts, answers. */
public final class Gate {
    private final Registering registering;
    private final Approving approving;
    private final Cancelling cancelling;
    private final Inquiring inquiring;
    private final Faults faults;
    private final Calls calls;
    private final InstantSource clock;
    private final FaultyReply faulty;

    /** What a gate keeps its memory and reads its time in. */
    public record Surroundings(
            Vertx vertx,
            Ledger ledger,
            Authentications authentications,
            Faults faults,
            Calls calls,
            InstantSource clock,
            Supplier<String> publicUrl,
            boolean inquiryByOrder) {}

    public Gate(Surroundings around) {
        Certificates certificates = new Certificates();
        TradeFields fields = new TradeFields(around.authentications());
        Ledger ledger = around.ledger();
        registering = new Registering(ledger, around.authentications(), certificates, around.publicUrl());
        approving = new Approving(ledger, around.authentications(), certificates, fields);
        cancelling = new Cancelling(ledger, certificates, fields);
        inquiring = new Inquiring(ledger, certificates, fields, around.inquiryByOrder());
        faults = around.faults();
        calls = around.calls();
        clock = around.clock();
        faulty = new FaultyReply(around.vertx(), this);
    }

    public void serve(Operation operation, HttpServerRequest http, String path, Buffer body) {
        calls.count(operation);
        Optional<Map<String, String>> request = Json.object(body.getBytes());
        Call call = new Call(operation, http, path, request);
        Optional<Fault> fault = faults.take(operation, request.orElse(Map.of()), clock.instant());
        if (fault.isPresent()) {
            faulty.serve(call, fault.get());
        } else {
            Reply.json(http, act(call, Duration.ZERO));
        }
    }

    /** Does what the call asks for. */
    Map<String, String> act(Call call, Duration late) {
        if (call.request().isEmpty()) {
            return refusal(call.operation(), Result.CALL_WRONG);
        }
        Map<String, String> request = call.request().get();
        return switch (call.operation()) {
            case REGISTER -> registering.answer(request, call.path(), clock.instant());
            case APPROVE -> approving.answer(request, clock.instant(), late);
            case CANCEL -> cancelling.answer(request, clock.instant());
            case INQUIRY -> inquiring.answer(request, clock.instant());
        };
    }

    /** Refuses as an issuer would: an approval's authentication is thereby spent. */
    Map<String, String> decline(Call call, Result result) {
        if (call.operation() == Operation.APPROVE) {
            call.request().ifPresent(approving::spend);
        }
        return refusal(call.operation(), result);
    }

    static Map<String, String> refusal(Operation operation, Result result) {
        return operation == Operation.REGISTER ? result.registrationFields() : result.fields();
    }

    /** One request of a gateway; its fields are absent when the body was no flat JSON object. */
    record Call(Operation operation, HttpServerRequest http, String path, Optional<Map<String, String>> request) {}
}
