package gyeolje.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The results for scripts. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private record Report(
            Results.Circumstances circumstances, List<Measurement> measurements, List<Results.Ratio> ratios) {}

    static void write(Results results, Path file) throws IOException {
        JSON.writeValue(file.toFile(), new Report(results.circumstances(), results.measurements(), results.ratios()));
    }

    private JsonReport() {}
}
