package gyeolje.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The text of a request. */
final class HttpText {
    static byte[] post(String merchant, String operation, String body) {
        var head = "POST /ep/api/kakao/" + merchant + "/" + operation + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "User-Agent: gyeolje-bench\r\nContent-Type: application/json\r\nContent-Length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n";
        return (head + body).getBytes(UTF_8);
    }

    private HttpText() {}
}
