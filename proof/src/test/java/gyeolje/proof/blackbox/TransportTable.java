package gyeolje.proof.blackbox;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is heard below the level of the protocol (merchant API, section 2; rows A1 to A22, A28). A ¶ is a line break on the wire, `~` a
 * hexadecimal octet, `{path}` each of the four routes in turn, `{json}` the right media type, `{a*9}` nine times an a. `close` says that nothing more is
 * heard on that connection, `allow` that POST is named as what is allowed.
 */
final class TransportTable {
    private static final String ROWS = """
            A1  | GET {path} HTTP/1.1¶Host: g¶¶ | 405 6003 allow
            A1  | PUT {path} HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 405 6003 allow
            A1  | DELETE {path} HTTP/1.1¶Host: g¶¶ | 405 6003 allow
            A1  | PATCH {path} HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 405 6003 allow
            A1  | GET {path}?_method=POST HTTP/1.1¶Host: g¶X-HTTP-Method-Override: POST¶¶ | 405 6003 allow
            A2  | OPTIONS {path} HTTP/1.1¶Host: g¶Origin: https://shop.example.com¶¶ | 405 6003 allow
            A2  | TRACE {path} HTTP/1.1¶Host: g¶X-Canary: canary¶¶ | 405 6003 allow
            A2  | CONNECT {path} HTTP/1.1¶Host: g¶¶ | 405 6003 allow
            A2  | CONNECT other.example:443 HTTP/1.1¶Host: other.example:443¶¶ | 405 6003 allow close
            A3  | POST / HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A3  | POST /ep/api/kakao/tester/refund HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A3  | GET /metrics HTTP/1.1¶Host: g¶¶ | 404 6003
            A4  | POST /ep/api/kakao//order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A4  | POST {path}/ HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST /ep/api/kakao/tester/../other/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST /ep/api/kakao/tester/%2e%2e/other/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST /ep/api/kakao/tester%2Forder HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST /ep/api/kakao/../order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST {path};jsessionid=1 HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST /{path} HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A5  | POST \\ep\\api\\kakao\\tester\\order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A6  | POST /ep/api/kakao/{a*10000}/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A6  | POST /ep/api/kakao/{a*2000}/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A6  | POST /ep/api/kakao/%00/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A6  | POST /ep/api/kakao/t~00/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A6  | POST /ep/api/kakao/%0d%0aX-Canary:canary/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A6  | POST /ep/api/kakao/~ea~b0~80/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A6  | POST /ep/api/kakao/%ff/order HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A7  | POST /EP/API/KAKAO/tester/ORDER HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 404 6003
            A8  | POST {path} HTTP/1.1¶Host: g¶Content-Length: 2¶¶{} | 415 6003
            A8  | POST {path} HTTP/1.1¶Host: g¶Content-Type: text/plain¶Content-Length: 2¶¶{} | 415 6003
            A8  | POST {path} HTTP/1.1¶Host: g¶Content-Type: application/x-www-form-urlencoded¶Content-Length: 2¶¶{} | 415 6003
            A8  | POST {path} HTTP/1.1¶Host: g¶Content-Type: multipart/form-data; boundary=b¶Content-Length: 2¶¶{} | 415 6003
            A8  | POST {path} HTTP/1.1¶Host: g¶Content-Type: application/xml¶Content-Length: 2¶¶{} | 415 6003
            A8  | POST {path} HTTP/1.1¶Host: g¶{json}Content-Type: text/plain¶Content-Length: 2¶¶{} | 415 6003
            A9  | POST {path} HTTP/1.1¶Host: g¶Content-Type: application/json; charset=euc-kr¶Content-Length: 17¶¶{"itemName":"~b0~a1"} | 415 6003
            A9  | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 17¶¶{"itemName":"~b0~a1"} | 400 6003
            A10 | POST {path} HTTP/1.1¶Host: g¶Content-Type: application/json¶Content-Length: 2¶¶{} | 200 6001
            A10 | POST {path} HTTP/1.1¶Host: g¶Content-Type: APPLICATION/JSON; Charset="UTF-8"¶Content-Length: 2¶¶{} | 200 6001
            A11 | POST {path} HTTP/1.1¶Host: g¶{json}¶ | 400 6003
            A11 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 0¶¶ | 400 6003
            A13 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 10000000000¶¶{" | 413 6003 close
            A13 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 9223372036854775807¶¶{" | 413 6003 close
            A13 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 9223372036854775808¶¶{" | 400 6003 close
            A14 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: -2¶¶{} | 400 6003 close
            A14 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: +2¶¶{} | 400 6003 close
            A14 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 2,2¶¶{} | 400 6003 close
            A14 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 0x2¶¶{} | 400 6003 close
            A14 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 2¶Content-Length: 3¶¶{} | 400 6003 close
            A15 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Length: 2¶Transfer-Encoding: chunked¶¶2¶{}¶0¶¶ | 400 6003 close
            A15 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶Content-Length: 12¶¶2¶{}¶0¶¶ | 400 6003 close
            A15 | POST {path} HTTP/1.0¶{json}Transfer-Encoding: chunked¶Content-Length: 2¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked, identity¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: gzip, chunked¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: xchunked¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶Transfer-Encoding: chunked¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding:~0bchunked¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding : chunked¶¶2¶{}¶0¶¶ | 400 6003 close
            A16 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding:~09chunked¶¶2¶{}¶0¶¶ | 200 6001 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶2;~0a{}¶0¶¶ | 400 6003 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶2;x=~0ay¶{}¶0¶¶ | 400 6003 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶FFFFFFFFFFFFFFFF¶{}¶0¶¶ | 400 6003 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶-2¶{}¶0¶¶ | 400 6003 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶0x2¶{}¶0¶¶ | 400 6003 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶2¶{}0¶¶ | 400 6003 close
            A17 | POST {path} HTTP/1.1¶Host: g¶{json}Transfer-Encoding: chunked¶¶2~0a{}~0a0~0a~0a | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host: g¶X-Folded: a¶ b¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host: g¶ X-Folded: a¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host : g¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host: g¶X-Odd: a~00b¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host: g¶X-Odd: a~0db¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host: g~0a{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A18 | POST {path} HTTP/1.1¶Host: g¶Host: g¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A19 | POST {path} HTTP/1.1¶Host: g¶Expect: foo¶{json}Content-Length: 2¶¶{} | 417 6003 close
            A21 | GET {path}¶¶ | 400 6003 close
            A21 | POST {path} HTTP/9.9¶Host: g¶{json}Content-Length: 2¶¶{} | 505 6003 close
            A21 | POST http://other.example{path} HTTP/1.1¶Host: other.example¶{json}Content-Length: 2¶¶{} | 400 6003 close
            A21 | post {path} HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 405 6003 allow
            A21 | PRI * HTTP/2.0¶¶SM¶¶ | 505 6003 close
            A22 | POST {path} HTTP/1.1¶Host: g¶{X-Many: y¶*300}{json}Content-Length: 2¶¶{} | 431 6003 close
            A22 | POST {path} HTTP/1.1¶Host: g¶X-Long: {y*65536}¶{json}Content-Length: 2¶¶{} | 431 6003 close
            A22 | POST {path} HTTP/1.1¶Host: g¶{{y*655}: y¶*99}{json}Content-Length: 2¶¶{} | 431 6003 close
            A28 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Encoding: gzip¶Content-Length: 4¶¶~1f~8b~08~00 | 415 6003
            A28 | POST {path} HTTP/1.1¶Host: g¶{json}Content-Encoding: gzip, identity¶Content-Length: 4¶¶~1f~8b~08~00 | 415 6003
            A30 | POST {path}?amount=1&ordr_idxx=20260401120000KK0001&merchantId=other HTTP/1.1¶Host: g¶{json}Content-Length: 2¶¶{} | 200 6001
            """;

    private static final Pattern OCTET = Pattern.compile("~([0-9a-f]{2})");
    private static final Pattern REPEATED = Pattern.compile("\\{([^{}*]+)\\*([0-9]+)}");

    /** One line of the table. */
    record Row(String id, String request, String answer, boolean closes, boolean allows) {
        boolean isForEachRoute() {
            return request.contains("{path}");
        }

        String title(String route) {
            var text = id + " " + request.replace("{path}", route);
            return text.substring(0, Math.min(text.length(), 120)) + ": " + answer;
        }

        /** A character for each octet. */
        String octets(String path) {
            var text = request.replace("{path}", path)
                    .replace("{json}", "Content-Type: application/json¶")
                    .replace("¶", "\r\n");
            for (var found = REPEATED.matcher(text); found.find(); found = REPEATED.matcher(text))
                text = found.replaceFirst(
                        Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
            return OCTET.matcher(text)
                    .replaceAll(octet ->
                            Matcher.quoteReplacement(String.valueOf((char) HexFormat.fromHexDigits(octet.group(1)))));
        }
    }

    static List<Row> rows() {
        return ROWS.lines()
                .map(line -> {
                    var cells = line.split(" +\\| ", -1);
                    return new Row(
                            cells[0],
                            cells[1],
                            cells[2].substring(0, 8),
                            cells[2].contains("close"),
                            cells[2].contains("allow"));
                })
                .toList();
    }

    private TransportTable() {}
}
