package gyeolje.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void aRunMeasuresEveryFigureAndNothingIsRefused(String store) throws IOException {
        var json = folder.resolve("results.json");
        var chart = folder.resolve("chart.svg");
        var stores = folder.resolve("stores");
        assertEquals(
                0,
                run(
                        "--store",
                        store,
                        "--seconds",
                        "0.2",
                        "--merchants",
                        "3",
                        "--connections",
                        "4",
                        "--slow-connections",
                        "8",
                        "--folder",
                        stores.toString(),
                        "--json",
                        json.toString(),
                        "--chart",
                        chart.toString()));

        var results = new ObjectMapper().readTree(json.toFile());
        for (var name : List.of(
                Names.HTTP,
                Names.STORE_ORDERS,
                Names.STORE_PAYMENTS,
                Names.NAIVE_ORDERS,
                Names.NAIVE_PAYMENTS,
                Names.ORDERS,
                Names.ORDERS_OF_ONE,
                Names.ORDERS_LIMITED,
                Names.PAYMENTS,
                Names.PAYMENTS_OF_ONE,
                Names.PAYMENTS_LIMITED,
                Names.PAYMENTS_OF_ONE_LIMITED,
                Names.CANCELS,
                Names.SLOW + "300 ms",
                Names.SLOW + "1000 ms",
                Names.share(Names.ORDERS_AT, 0.5),
                Names.share(Names.PAYMENTS_AT, 0.5)))
            assertTrue(measured(results, name).path("perSecond").asDouble() > 0, name);
        assertEquals(10, results.path("ratios").size());
        assertTrue(Files.readString(chart).contains("<polyline"));
        try (var left = Files.list(stores)) {
            assertEquals(List.of(), left.toList(), "the stores are gone");
        }
    }

    @Test
    void anApprovalIsNeverFasterThanTheAcquirer() throws IOException {
        var json = folder.resolve("results.json");
        assertEquals(
                0,
                run(
                        "--only",
                        "slow",
                        "--seconds",
                        "0.2",
                        "--merchants",
                        "3",
                        "--connections",
                        "4",
                        "--slow-connections",
                        "8",
                        "--json",
                        json.toString()));
        var slow = measured(new ObjectMapper().readTree(json.toFile()), Names.SLOW + "300 ms");
        var pays = StreamSupport.stream(slow.path("latencies").spliterator(), false)
                .filter(it -> it.path("kind").asText().equals("pay"))
                .toList();
        assertEquals(1, pays.size());
        assertTrue(pays.getFirst().path("p50").asDouble() >= 300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--connections=0", "--seconds=-1", "--merchants=0", "--store=oracle", "--fast"})
    void aWrongOptionIsWrongUsage(String option) {
        assertEquals(2, run(option));
    }

    private static JsonNode measured(JsonNode results, String name) {
        return StreamSupport.stream(results.path("measurements").spliterator(), false)
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not measured: " + name));
    }

    private static int run(String... arguments) {
        var silent = new PrintWriter(new StringWriter());
        return Main.commandLine().setOut(silent).setErr(silent).execute(arguments);
    }
}
