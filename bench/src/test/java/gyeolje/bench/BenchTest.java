package gyeolje.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a run measures what it says, on as little as possible; how fast it was is nobody's business here. */
final class BenchTest {
    @TempDir
    private Path folder = Path.of("unset");

    @Test
    void aGatewayIsMeasuredInEveryWayAndRefusesNothing() throws IOException {
        var chart = folder.resolve("chart.svg");
        var stores = folder.resolve("stores");
        var profiles = folder.resolve("profiles");
        var results = results(
                "--only=orders,payments,cancels,single,latency,overload,slow,storeless,crowd,stored",
                "--slow-connections=8",
                "--in-flight=16",
                "--stored=50",
                "--folder=" + stores,
                "--profile=" + profiles,
                "--chart=" + chart);

        for (var name : List.of(
                Names.ORDERS,
                Names.ORDERS_OF_ONE,
                Names.ORDERS_LIMITED,
                Names.PAYMENTS,
                Names.PAYMENTS_OF_ONE,
                Names.PAYMENTS_LIMITED,
                Names.PAYMENTS_OF_ONE_LIMITED,
                Names.CANCELS,
                Names.SINGLE_ORDER,
                Names.SINGLE_PAY,
                Names.slow(300),
                Names.slow(1000),
                Names.STORELESS_ORDERS,
                Names.STORELESS_PAYMENTS,
                Names.STORELESS_HALF,
                Names.crowd(16),
                Names.CANCELS + Names.EMPTY,
                Names.CANCELS + Names.stored(50),
                Names.share(Names.ORDERS_AT, 0.5),
                Names.share(Names.PAYMENTS_AT, 0.5)))
            assertTrue(measured(results, name).path("latencies").size() > 0, name);
        has(results.path("ratios"), "orders, 50 stored, of an empty store");
        has(results.path("added"), "idle, pay");
        assertEquals(2, results.path("overloads").size());
        assertTrue(results.path("overloads")
                        .path(1)
                        .path("figures")
                        .path("timeline")
                        .size()
                > 0);
        approvalsTakeAsLongAsTheAcquirer(results);
        assertTrue(Files.readString(chart).contains("<polyline"));
        assertTrue(Files.readString(profiles.resolve("payments.svg")).startsWith("<svg"));
        try (var left = Files.list(stores)) {
            assertEquals(List.of(), left.toList(), "the stores are gone");
        }
    }

    private static void has(JsonNode figures, String words) {
        assertTrue(
                StreamSupport.stream(figures.spliterator(), false)
                        .anyMatch(it -> it.path("words").asText().equals(words)),
                words);
    }

    private static void approvalsTakeAsLongAsTheAcquirer(JsonNode results) {
        var slow = measured(results, Names.slow(300));
        var pays = StreamSupport.stream(slow.path("latencies").spliterator(), false)
                .filter(it -> it.path("kind").asText().equals("pay"))
                .toList();
        assertEquals(1, pays.size());
        assertTrue(pays.getFirst().path("p50").asDouble() >= 300);
    }

    @Test
    void theCeilingsAreMeasuredOnAServerOfTheRunsOwn() throws IOException {
        var results = results("--store=postgresql", "--only=ceilings");
        for (var name :
                List.of(Names.HTTP, Names.STORE_ORDERS, Names.STORE_PAYMENTS, Names.NAIVE_ORDERS, Names.NAIVE_PAYMENTS))
            assertTrue(measured(results, name).path("perSecond").asDouble() > 0, name);
    }

    @Test
    void aGatewayThatDoesNotStartEndsTheRunAndIsQuoted() {
        var said = new StringWriter();
        assertEquals(1, run(said, "--only=orders", "--gateway-option=-Xmx1k"));
        assertTrue(said.toString().contains("the gateway process did not start: "), said.toString());
        assertTrue(said.toString().contains("heap"), said.toString());
    }

    @Test
    void aProcessThatIsKilledIsNamedWithItsExitCode() throws Exception {
        try (var child = ChildProcess.start(folder, List.of(), "http", Integer.toString(World.freePort()))) {
            child.kill();
            var failure = assertThrows(IOException.class, () -> child.ask("usage", Duration.ofSeconds(20)));
            assertEquals(
                    "the http process ended with exit code 137: it left no words",
                    String.valueOf(failure.getMessage()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--connections=0",
                "--seconds=-1",
                "--merchants=0",
                "--store=oracle",
                "--fast",
                "--only=order",
                "--only=latency",
                "--only=stored",
                "--stored=-1",
                "--in-flight=900000000"
            })
    void aWrongOptionIsWrongUsage(String option) {
        assertEquals(2, run(option));
    }

    private static JsonNode measured(JsonNode results, String name) {
        return StreamSupport.stream(results.path("measurements").spliterator(), false)
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not measured: " + name));
    }

    private JsonNode results(String... arguments) throws IOException {
        var json = folder.resolve("results.json");
        var all = new ArrayList<>(List.of("--seconds=0.1", "--merchants=3", "--connections=8", "--json=" + json));
        all.addAll(List.of(arguments));
        var said = new StringWriter();
        assertEquals(0, run(said, all.toArray(String[]::new)), said::toString);
        return new ObjectMapper().readTree(json.toFile());
    }

    private static int run(String... arguments) {
        return run(new StringWriter(), arguments);
    }

    private static int run(StringWriter said, String... arguments) {
        var out = new PrintWriter(said);
        return Main.commandLine().setOut(out).setErr(out).execute(arguments);
    }
}
