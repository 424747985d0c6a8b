package gyeolje.shop;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/** An HTTP answer of the shop. */
record Answer(int status, List<Header> headers, Buffer body) {
    /** A header line; names may repeat. */
    record Header(String name, String value) {}

    static Answer page(int status, String html) {
        return new Answer(
                status,
                List.of(
                        new Header("Content-Type", "text/html; charset=utf-8"),
                        new Header("Cache-Control", "no-store")),
                Buffer.buffer(html));
    }

    /** The browser goes on with a GET, so that a reload repeats nothing. */
    static Answer seeOther(String path) {
        return new Answer(
                303, List.of(new Header("Location", path), new Header("Cache-Control", "no-store")), Buffer.buffer());
    }

    Answer with(String name, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, List.copyOf(more), body);
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }
}
