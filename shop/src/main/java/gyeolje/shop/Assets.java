package gyeolje.shop;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Style, scripts and drawings, read once from the jar. Browsers keep them and ask whether they changed. */
final class Assets {
    private static final String SDK_SCRIPT = "gyeolje.js";

    private record Asset(String type, String tag, Buffer bytes) {}

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    Assets() {
        var drawings = IntStream.rangeClosed(1, Goods.SHELF.size()).mapToObj(number -> "goods-" + number + ".svg");
        Stream.concat(drawings, Stream.of("shop.css", "shop.js", "window.js", "favicon.svg"))
                .forEach(name -> assets.put(name, read(name, "/gyeolje/shop/assets/" + name)));
        assets.put(SDK_SCRIPT, read(SDK_SCRIPT, "/gyeolje/sdk/" + SDK_SCRIPT));
    }

    Optional<Answer> find(String name, String knownTag) {
        return Optional.ofNullable(assets.get(name)).map(asset -> answer(asset, knownTag));
    }

    private static Answer answer(Asset asset, String knownTag) {
        var headers = List.of(
                new Answer.Header("Content-Type", asset.type),
                new Answer.Header("Cache-Control", "no-cache"),
                new Answer.Header("ETag", asset.tag));
        return knownTag.equals(asset.tag)
                ? new Answer(304, headers, Buffer.buffer())
                : new Answer(200, headers, asset.bytes.copy());
    }

    private static Asset read(String name, String resource) {
        try (var in = Assets.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("missing from the jar: " + resource);
            var bytes = in.readAllBytes();
            return new Asset(type(name), tag(bytes), Buffer.buffer(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String type(String name) {
        if (name.endsWith(".svg")) return "image/svg+xml";
        return name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
