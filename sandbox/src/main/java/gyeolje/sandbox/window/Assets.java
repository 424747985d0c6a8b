package gyeolje.sandbox.window;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Scripts and styles, by the path they are served under. */
final class Assets {
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";

    private final Map<String, Asset> assets = new HashMap<>();

    record Asset(String type, Buffer bytes) {}

    Assets() {
        add("/plugin/payplus_web.jsp", SCRIPT, "hub.js");
        add("/plugin/kcp_spay_hub.js", SCRIPT, "hub.js");
        add("/assets/sheet.js", SCRIPT, "sheet.js");
        add("/assets/return.js", SCRIPT, "return.js");
        add("/assets/handover.js", SCRIPT, "handover.js");
        add("/assets/sheet.css", STYLE, "sheet.css");
        add("/assets/index.css", STYLE, "index.css");
    }

    Optional<Asset> at(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    private void add(String path, String type, String file) {
        String resource = "/gyeolje/sandbox/window/" + file;
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
            assets.put(path, new Asset(type, Buffer.buffer(in.readAllBytes())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + resource, unreadable);
        }
    }
}
