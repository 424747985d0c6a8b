package gyeolje.proof.blackbox;

import static gyeolje.proof.blackbox.Hears.hears;
import static gyeolje.proof.blackbox.Row.moving;
import static gyeolje.proof.blackbox.Row.still;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gyeolje.core.value.MerchantId;
import gyeolje.proof.world.RawCall;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.Until;
import java.nio.file.Files;
import java.util.List;

/** Who may call, and whom a request is taken for (merchant API, section 3). */
final class IdentityRows {
    private static final List<String> OPERATIONS = List.of("order", "pay", "cancel");
    private static final String ALLOWED = "198.51.100.7";
    /** As far as a request is judged before its body is read. */
    private static final String NOT_JSON = "not even JSON";

    static final List<Row> ROWS = List.of(
            still("A31", "an unknown merchant", IdentityRows::unknown),
            moving("A32", "a merchant who is disabled may only give back", IdentityRows::disabled),
            still("A33", "an address that is not on the list, before the body is read", IdentityRows::fromElsewhere),
            still("A34", "the same with X-Forwarded-For", target -> spoofed(target, "X-Forwarded-For: " + ALLOWED)),
            still("A35", "the same with every other header that proxies use", IdentityRows::otherHeaders),
            moving("A36", "through a proxy, with allowed addresses put in front", IdentityRows::prepended),
            still("A37", "a forwarded address that is none", IdentityRows::garbage),
            moving("A38", "an IPv4 address mapped into IPv6 is itself", IdentityRows::mapped));

    private static void unknown(Target target) throws Exception {
        for (var id : List.of("nobody", "TESTER", "tester_", "an-id-longer-than-twenty-characters", "te.ster")) {
            for (var operation : OPERATIONS) {
                var body = target.tester().order(Shop.newNumber()).bytes();
                hears(
                        "1001",
                        RawCall.json("/ep/api/kakao/" + id + "/" + operation)
                                .body(body)
                                .to(target.port()));
            }
            hears(
                    "1001",
                    RawCall.json("/v2/api/payment/" + id + "/cancel2")
                            .body("{}")
                            .to(target.port()));
        }
    }

    private static void disabled(Target target) throws Exception {
        var leaving = target.merchant("leaving");
        var paid = leaving.paid(target.acquirer()).transaction();
        var ordered = leaving.ordered();
        var pay = leaving.authentication(target.acquirer(), ordered);
        target.merchants().disable(new MerchantId("leaving"), "test");
        Until.holds(
                "the gateway follows",
                () -> leaving.send("order", leaving.order(Shop.newNumber()))
                        .code()
                        .equals("1001"));
        var before = target.standing();
        hears("1001", leaving.send("order", leaving.order(Shop.newNumber())));
        hears("1001", leaving.send("pay", pay));
        hears("1004", leaving.send("cancel", leaving.cancel("20200101000000KK0000", "변심")));
        assertEquals(before, target.standing());
        hears("0000", leaving.send("cancel", leaving.cancel(paid, "변심")));
    }

    private static void fromElsewhere(Target target) throws Exception {
        for (var operation : OPERATIONS) {
            var call = RawCall.json(Target.path(target.tester(), operation)).from("127.0.0.2");
            hears("403 2001", call.declaring(5_000).to(target.port()));
            hears("403 2001", call.declaring(-1).body(NOT_JSON).to(target.port()));
        }
    }

    private static Shop far(Target target) throws Exception {
        return target.merchant("far", like -> like, "198.51.100.0/24", "2001:db8::/32", "203.0.113.7");
    }

    private static void spoofed(Target target, String header) throws Exception {
        var far = far(target);
        for (var operation : OPERATIONS) {
            var call = RawCall.json(Target.path(far, operation)).header(header);
            hears("403 2001", call.body(NOT_JSON).to(target.port()));
        }
    }

    private static void otherHeaders(Target target) throws Exception {
        for (var name : List.of(
                "X-Real-IP: ",
                "Forwarded: for=",
                "True-Client-IP: ",
                "CF-Connecting-IP: ",
                "X-Client-IP: ",
                "X-Cluster-Client-IP: ")) {
            spoofed(target, name + ALLOWED);
            hears("403 2001", through(target, far(target), name + ALLOWED));
        }
    }

    /** An order from the declared proxy, with the header lines that it would pass on. */
    private static Reply through(Target target, Shop shop, String... headers) throws Exception {
        var call = RawCall.json(Target.path(shop, "order")).from(Target.PROXY);
        for (var header : headers) call.header(header);
        return call.body(shop.order(Shop.newNumber())).to(target.port());
    }

    private static void prepended(Target target) throws Exception {
        var far = far(target);
        var before = target.standing();
        hears("403 2001", through(target, far, "X-Forwarded-For: " + ALLOWED + ", 203.0.113.8"));
        hears("403 2001", through(target, far, "X-Forwarded-For: " + ALLOWED, "X-Forwarded-For: 203.0.113.8"));
        hears("403 2001", through(target, far, "X-Forwarded-For: " + ALLOWED + ",203.0.113.8," + Target.PROXY));
        hears("403 2001", through(target, far, "X-Forwarded-For: " + "198.51.100.7,".repeat(200) + "203.0.113.8"));
        assertEquals(before, target.standing());
        hears("0000", through(target, far, "X-Forwarded-For: 203.0.113.8, " + ALLOWED));
        hears("0000", through(target, far, "X-Forwarded-For: 203.0.113.8", "X-Forwarded-For: " + ALLOWED));
        hears("0000", through(target, far, "X-Forwarded-For: " + ALLOWED + ", " + Target.PROXY));
    }

    private static void garbage(Target target) throws Exception {
        var far = far(target);
        for (var list : List.of(
                "",
                "unknown",
                "_hidden",
                ALLOWED + ":443",
                ALLOWED + ",",
                "[2001:db8::5]",
                "fe80::1%eth0",
                "198.51.100",
                "198.051.100.007",
                "3325256711",
                "localhost",
                "\"" + ALLOWED + "\"",
                "1.2.3.4,".repeat(1_250) + "x")) hears("403 2001", through(target, far, "X-Forwarded-For: " + list));
    }

    private static void mapped(Target target) throws Exception {
        var far = far(target);
        hears("0000", through(target, far, "X-Forwarded-For: ::ffff:203.0.113.7"));
        hears("0000", through(target, far, "X-Forwarded-For: 0:0:0:0:0:FFFF:cb00:7107"));
        hears("0000", through(target, far, "X-Forwarded-For: 2001:DB8:0:0::5"));
        var before = target.standing();
        hears("403 2001", through(target, far, "X-Forwarded-For: ::ffff:203.0.113.8"));
        hears("403 2001", through(target, far, "X-Forwarded-For: ::203.0.113.7"));
        hears("403 2001", through(target, far, "X-Forwarded-For: 2001:db9::5"));
        assertEquals(before, target.standing());
        Until.holds("the log names the address as it is", () -> {
            var log = Files.readString(target.folder().resolve("gateway.log"));
            return log.contains("203.0.113.8") && !log.contains("ffff:203.0.113.8");
        });
    }

    private IdentityRows() {}
}
