package gyeolje.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, beside a gateway that runs on the same store. */
final class CommandLineTest {
    private static final String SAMPLE_KEY = "25bcd7a82f5b4058818462cc7715964c";
    private static final Pattern NEW_KEY = Pattern.compile("apiCertKey ([0-9a-f]{32})");

    private static final AtomicInteger ORDERS = new AtomicInteger();

    @TempDir
    private static Path folder = Path.of("");

    private static Scene scene;

    @BeforeAll
    static void start() throws Exception {
        scene = new Scene(folder, "http://127.0.0.1:9", MissingNode.getInstance());
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    private record Run(int code, String out, String err) {
        Run ok() {
            assertEquals("0 ", code + " " + err);
            return this;
        }

        /** One line on stderr that says what is wrong, and nothing on stdout. */
        Run failed(int expected, String words) {
            assertEquals(expected, code, err);
            assertEquals("", out);
            assertEquals(1, err.lines().count(), err);
            assertTrue(err.startsWith("gyeolje: ") && err.contains(words), err);
            return this;
        }

        Run says(String words) {
            assertTrue(out.contains(words), out);
            return this;
        }
    }

    private static Run run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Main.commandLine(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private static Run merchant(String... arguments) {
        var all = new ArrayList<>(List.of("merchant"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", scene.configuration.toString()));
        return run(all.toArray(String[]::new));
    }

    private static void add(String id, String... more) {
        var all = new ArrayList<>(List.of("add", "--id", id, "--name", "가게 " + id));
        all.addAll(List.of(more));
        merchant(all.toArray(String[]::new)).ok();
    }

    /** Asks the running gateway until it answers so; it follows within five seconds. */
    private static void gatewayAnswers(String merchant, String code) throws Exception {
        for (int i = 0; i < 50 && !orderAnswer(merchant).equals(code); i++) Thread.sleep(100);
        assertEquals(code, orderAnswer(merchant));
    }

    private static String orderAnswer(String merchant) throws IOException {
        var order = Requests.order(merchant, "CLI-" + ORDERS.incrementAndGet(), "1004");
        return RawHttp.exchange(scene.gateway.port(), Requests.post(Requests.path(merchant, "order"), order))
                .code();
    }

    @Test
    void a_merchant_is_added_disabled_and_enabled_beside_a_running_gateway() throws Exception {
        gatewayAnswers("cli-one", "1001");
        add("cli-one", "--ip", "127.0.0.1", "--key", SAMPLE_KEY);
        gatewayAnswers("cli-one", "0000");
        merchant("disable", "cli-one").ok().says("disabled");
        gatewayAnswers("cli-one", "1001");
        merchant("enable", "--id", "cli-one").ok().says("enabled");
    }

    @Test
    void addresses_and_limits_count_within_seconds() throws Exception {
        add("cli-two", "--key", SAMPLE_KEY);
        merchant("allow-ip", "--id", "cli-two", "--ip", "127.0.0.0/24").ok().says("127.0.0.0/24");
        gatewayAnswers("cli-two", "0000");
        merchant("limits", "cli-two", "--max", "1000").ok().says("100 won to 1,000 won");
        merchant("limits", "cli-two", "--max", "2000", "--day", "1003").ok().says("1,003 won");
        gatewayAnswers("cli-two", "5003");
        merchant("limits", "cli-two", "--day", "none").ok().says("day        unlimited");
        merchant("deny-ip", "cli-two", "127.0.0.0/24").ok().says("addresses  none");
        gatewayAnswers("cli-two", "2001");
    }

    @Test
    void a_generated_key_is_shown_once() {
        var added = merchant("add", "--id", "cli-key", "--name", "가게", "--ip", "127.0.0.1")
                .ok();
        var key = NEW_KEY.matcher(added.out());
        assertTrue(key.find(), added.out());
        assertFalse(merchant("show", "cli-key").ok().out().contains(key.group(1)));
        assertFalse(merchant("list").ok().out().contains(key.group(1)));
        var rotated = merchant("rotate-key", "cli-key").ok();
        var next = NEW_KEY.matcher(rotated.out());
        assertTrue(next.find() && !next.group(1).equals(key.group(1)), rotated.out());
        rotated.says("keys       2 live");
        assertFalse(merchant("show", "cli-key").ok().out().contains(next.group(1)));
        merchant("rotate-key", "cli-key").failed(1, "two live keys");
    }

    @Test
    void a_given_key_is_never_shown() {
        var given = "a-key-of-the-merchants-own";
        var added = merchant("add", "--id", "cli-given", "--name", "가게", "--key", given)
                .ok();
        assertFalse(added.out().contains(given));
        added.says("no address may call yet");
    }

    @Test
    void a_merchant_is_listed_and_shown_with_who_changed_it() {
        add(
                "cli-show",
                "--ip",
                "203.0.113.7",
                "--ip",
                "2001:db8::/32",
                "--profile",
                "strict",
                "--return-host",
                "shop.example");
        merchant("list").ok().says("cli-show             enabled  strict   가게 cli-show");
        merchant("allow-host", "cli-show", "--host", "PAY.example").ok().says("pay.example, shop.example");
        merchant("profile", "cli-show", "--profile", "legacy").ok().says("profile    legacy");
        merchant("show", "cli-show")
                .ok()
                .says("203.0.113.7")
                .says("command line, ")
                .says("profile: legacy");
    }

    @ParameterizedTest
    @CsvSource({
        "show,                          there is no merchant nobody",
        "disable,                       there is no merchant nobody",
        "enable,                        there is no merchant nobody",
        "rotate-key,                    the merchant nobody is unknown",
        "allow-ip --ip 127.0.0.1,       there is no merchant nobody",
        "deny-ip --ip 127.0.0.1,        there is no merchant nobody",
        "allow-host --host a.example,   there is no merchant nobody",
        "profile --profile legacy,      there is no merchant nobody",
        "limits --day 5,                there is no merchant nobody"
    })
    void what_concerns_nobody_fails_with_1(String command, String complaint) {
        var words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--id", "nobody"));
        merchant(words.toArray(String[]::new)).failed(1, complaint);
    }

    @Test
    void a_merchant_cannot_be_added_twice() {
        add("cli-twice");
        merchant("add", "--id", "cli-twice", "--name", "x").failed(1, "exists already");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "merchant",
                "merchant add --config C --name x",
                "merchant add --config C --id x",
                "merchant add --config C --id x! --name x",
                "merchant add --config C --id x --name x --ip 10.0.0.1/8",
                "merchant add --config C --id x --name x --ip example.com",
                "merchant add --config C --id x --name x --key short",
                "merchant add --config C --id x --name x --min 5 --max 4",
                "merchant add --config C --id x --name x --day 1,000",
                "merchant add --config C --id x --name x --profile lax",
                "merchant allow-ip --config C --id x",
                "merchant limits --config C --id x",
                "merchant rotate-key --config C --id x --overlap -1",
                "merchant list",
                "merchant list --config C --verbose",
                "merchant explode --config C",
                "sign",
                "sign order --merchant tester",
                "sign cancel --merchant tester --transaction bad --key 25bcd7a82f5b4058818462cc7715964c",
                "serve",
                "fly"
            })
    void wrong_usage_is_2_and_one_line(String line) {
        run(line.split(" ")).failed(2, "");
    }

    @Test
    void a_configuration_that_cannot_be_read_is_1() {
        run("merchant", "list", "--config", folder.resolve("none.yaml").toString())
                .failed(1, "none.yaml");
        run("serve", "--config", folder.resolve("none.yaml").toString()).failed(1, "none.yaml");
        run("serve", "--config", scene.configuration.toString()).failed(1, "another gateway");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-h",
                "serve -h",
                "merchant -h",
                "merchant add -h",
                "merchant list -h",
                "merchant show -h",
                "merchant disable -h",
                "merchant enable -h",
                "merchant rotate-key -h",
                "merchant allow-ip -h",
                "merchant deny-ip -h",
                "merchant allow-host -h",
                "merchant profile -h",
                "merchant limits -h",
                "sign -h",
                "sign order -h",
                "sign cancel -h",
                "keys -h",
                "verify -h",
                "reconcile -h"
            })
    void every_command_explains_itself(String line) {
        run(line.split(" ")).ok().says("Usage: gyeolje");
    }

    @Test
    void the_help_names_every_command() {
        var help = run("-h").ok();
        for (var command : List.of("serve", "merchant", "keys", "sign", "verify", "reconcile")) help.says(command);
    }

    @Test
    void the_specifications_own_signatures_come_out() {
        assertEquals(
                "d186b8fedccffd291e0619fbf8b247c3f283e3769571eb57b68a50b46af23b75\n",
                run(
                                "sign",
                                "order",
                                "--merchant",
                                "tester",
                                "--order-number",
                                "ZP2017090911",
                                "--amount",
                                "1004",
                                "--timestamp",
                                "20170910132060",
                                "--key",
                                SAMPLE_KEY)
                        .ok()
                        .out());
        assertEquals(
                "db890c12b64c1e1de7127c0c07489fe18859139413acdac420a6f548ba518a3a\n",
                run(
                                "sign",
                                "cancel",
                                "--merchant",
                                "tester",
                                "--transaction",
                                "20170912142746ST0020",
                                "--key",
                                SAMPLE_KEY)
                        .ok()
                        .out());
    }
}
