package gyeolje.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One request and its answer, as `wire/README.md` describes them. */
record Transcript(String name, JsonNode root) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WIRE = Path.of(System.getProperty("gyeolje.root", ".."), "wire");

    static Transcript of(String folder, String name) {
        try {
            return new Transcript(
                    name,
                    JSON.readTree(WIRE.resolve(folder).resolve(name + ".json").toFile()));
        } catch (IOException e) {
            throw new IllegalStateException("no transcript " + folder + "/" + name, e);
        }
    }

    static List<Transcript> all(String folder) throws IOException {
        try (Stream<Path> files = Files.list(WIRE.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".json"))
                    .sorted()
                    .map(file -> of(folder, file.substring(0, file.length() - ".json".length())))
                    .toList();
        }
    }

    static Path key(String file) {
        return WIRE.resolve("keys").resolve(file);
    }

    List<String> names(String field) {
        return root.path(field).valueStream().map(JsonNode::asText).toList();
    }

    JsonNode request() {
        return root.path("request");
    }

    JsonNode answer() {
        return root.path("answer");
    }

    JsonNode merchant() {
        return root.path("merchant");
    }

    static String text(JsonNode body) {
        return body.isTextual() ? body.asText() : body.toString();
    }

    static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }
}
