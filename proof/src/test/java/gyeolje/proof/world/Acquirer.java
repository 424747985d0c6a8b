package gyeolje.proof.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The sandbox as tests see it: what the buyer does, what goes wrong, and where the money is. */
public final class Acquirer {
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;

    public Acquirer(int port) {
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** Money that moved, and whether it stands. */
    public record Approval(String tno, String transaction, long amount, boolean stands, int approveCalls) {}

    public record Calls(int register, int approve, int cancel, int inquiry) {}

    public record Ledger(List<Approval> approvals, Calls calls) {
        public List<Approval> standing() {
            return approvals.stream().filter(Approval::stands).toList();
        }

        public List<Approval> of(String transaction) {
            return approvals.stream()
                    .filter(approval -> approval.transaction().equals(transaction))
                    .toList();
        }
    }

    /** What the window gives back: the fields of a pay request. */
    public Map<String, String> authenticate(String transaction, String amount, Map<String, String> wishes)
            throws IOException, InterruptedException {
        var asked = new LinkedHashMap<>(
                Map.of("site_cd", "T0000", "ordr_idxx", transaction, "good_mny", amount, "method", "KAKAO_MONEY"));
        asked.putAll(wishes);
        var given = JSON.readTree(Wire.send(port, "POST", "/_sandbox/authenticate", json(asked)));
        var fields = new LinkedHashMap<String, String>();
        for (var name : List.of("res_cd", "enc_info", "enc_data", "tran_cd", "card_pay_method", "ordr_idxx"))
            fields.put(name, given.path(name).asText());
        Secrets.authentication(fields.getOrDefault("enc_data", ""));
        Secrets.authentication(fields.getOrDefault("enc_info", ""));
        return fields;
    }

    public void fault(Map<String, String> fault) throws IOException, InterruptedException {
        Wire.send(port, "POST", "/_sandbox/faults", json(fault));
    }

    public void noFaults() throws IOException, InterruptedException {
        Wire.send(port, "DELETE", "/_sandbox/faults", "");
    }

    public Ledger ledger() throws IOException, InterruptedException {
        var seen = JSON.readTree(Wire.send(port, "GET", "/_sandbox/ledger", ""));
        var approvals = new ArrayList<Approval>();
        for (var entry : seen.path("approvals")) approvals.add(approval(entry));
        var calls = seen.path("calls");
        return new Ledger(
                List.copyOf(approvals),
                new Calls(
                        calls.path("register").asInt(),
                        calls.path("approve").asInt(),
                        calls.path("cancel").asInt(),
                        calls.path("inquiry").asInt()));
    }

    /** The acquirer's own list of a day (yyyyMMdd). */
    public String trades(String day) throws IOException, InterruptedException {
        return Wire.get(port, "/_sandbox/trades?date=" + day);
    }

    public Calls calls() throws IOException, InterruptedException {
        return ledger().calls();
    }

    private static Approval approval(JsonNode entry) {
        return new Approval(
                entry.path("tno").asText(),
                entry.path("ordr_idxx").asText(),
                entry.path("amount").asLong(),
                !entry.path("state").asText().equals("cancelled"),
                entry.path("approve_calls").asInt());
    }

    private static String json(Map<String, String> texts) throws IOException {
        return JSON.writeValueAsString(texts);
    }
}
