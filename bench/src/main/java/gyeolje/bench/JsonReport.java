package gyeolje.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The results for scripts. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private record Report(
            Results.Circumstances circumstances,
            List<Measurement> measurements,
            List<Results.Ratio> ratios,
            List<Results.Added> added,
            List<Overloaded> overloads) {}

    /** The recovery is null when it was not seen. */
    private record Overloaded(
            double goodputShare,
            double timesNormal,
            @Nullable Double recoverySeconds,
            @JsonIgnoreProperties("recoverySeconds") Overload figures) {
        static Overloaded of(Overload it) {
            var recovery = it.recoverySeconds();
            return new Overloaded(
                    it.goodputShare(), it.timesNormal(), recovery.isPresent() ? recovery.getAsDouble() : null, it);
        }
    }

    static void write(Results results, Path file) throws IOException {
        JSON.writeValue(
                file.toFile(),
                new Report(
                        results.circumstances(),
                        results.measurements(),
                        results.ratios(),
                        results.added(),
                        results.overloads().stream().map(Overloaded::of).toList()));
    }

    private JsonReport() {}
}
