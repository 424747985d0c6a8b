package gyeolje.proof.world;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What must not be found in what a gateway keeps, writes, answers or remembers: keys, who bought, authentications of shoppers, whole
 * card numbers. Tests tell it of each secret as they make it up, so that it looks for all of them.
 */
public final class Secrets {
    private static final List<Charset> SPELLINGS = List.of(UTF_8, UTF_16LE, UTF_16BE);
    /** So much of a long secret is enough to know it by. */
    private static final int ENOUGH = 40;

    private static final int MOST = 200_000;
    private static final String MAIL_OF_PAID = "paid.and.gone@mail.example";
    private static final String PHONE_OF_PAID = "01055554444";
    private static final int LOOKS = 4;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();
    private static final Set<String> AUTHENTICATIONS = ConcurrentHashMap.newKeySet();
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\\.[A-Za-z]{2,}");
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9A-Za-z])01[016789]-?[0-9]{3,4}-?[0-9]{4}(?![0-9A-Za-z])");
    private static final Pattern DIGITS = Pattern.compile(
            "(?<![0-9A-Za-z.])(?:[34569][0-9]{14,15}|[34569][0-9]{3}(?:[ -][0-9]{4}){3})(?![0-9A-Za-z])");

    static {
        KEYS.add(World.TESTERS_KEY);
    }

    /** A merchant's signing key. */
    public static void key(String key) {
        if (KEYS.size() < MOST) KEYS.add(key);
    }

    /** What the window gave back of a shopper's authentication. */
    static void authentication(String sealed) {
        if (sealed.length() >= ENOUGH && AUTHENTICATIONS.size() < MOST)
            AUTHENTICATIONS.add(sealed.substring(0, ENOUGH));
    }

    /** The folder's files but those that are meant to hold a secret, as bytes, and the database as it would be read. */
    public static void assertNoneIn(Path folder, Place place) throws IOException, SQLException {
        var needles = needles(true);
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertNone(needles, file);
                if (file.toString().endsWith(".log"))
                    assertNobodyIsNamedIn(file.toString(), Files.readString(file, ISO_8859_1));
            }
        }
        var dump = place.dump();
        assertNone(needles, "the database", dump.getBytes(UTF_8));
        assertNoCardIn("the database", dump);
        if (dump.length() < 100) throw new AssertionError("the database was not read: " + dump);
    }

    /** The files of the database server, if there is one, as whoever steals its disk would read them. */
    public static void assertNoneInFilesOf(Place place) throws IOException, SQLException {
        var needles = needles(true);
        try (var files = Files.walk(place.files())) {
            for (var file : files.filter(Files::isRegularFile).toList()) assertNone(needles, file);
        }
    }

    /** Every answer heard since somebody last looked. A buyer's name is part of the order's answer. */
    public static void assertNoneInAnswers() {
        var answers = Heard.taken();
        assertNone(needles(false), "an answer", answers);
        assertNobodyIsNamedIn("an answer", new String(answers, UTF_8));
    }

    /**
     * The memory of a gateway that has nothing under way. It must hold the merchants' keys, or it could not check a signature; of
     * authentications and of shoppers, whether they have paid or not, nothing may be left. A thread that has just ended its work may
     * still be seen once.
     */
    public static void assertNoShopperInMemoryOf(GatewayProcess gateway, Path folder, Shop shop, Acquirer acquirer)
            throws Exception {
        var order = shop.order(Shop.newNumber()).with("userEmail", MAIL_OF_PAID).with("mobileNumber", PHONE_OF_PAID);
        var paid = shop.pay(acquirer, shop.send("order", order));
        if (!paid.code().equals("0000")) throw new AssertionError("a good payment was answered " + paid);
        var dump = folder.resolve("memory.hprof");
        var left = Set.of("never looked");
        for (int look = 0; look < LOOKS && !left.isEmpty(); look++) {
            if (look > 0) Thread.sleep(LOOK);
            gateway.dumpHeapTo(dump);
            left = shoppersIn(dump);
            Files.delete(dump);
        }
        fail("the memory", left);
    }

    private static Set<String> shoppersIn(Path dump) throws IOException {
        var keys = new Needles();
        keys.add(World.TESTERS_KEY.getBytes(UTF_8), "a live key");
        try (var in = Files.newInputStream(dump)) {
            if (keys.in(in).isEmpty()) throw new AssertionError("the dump is not of a gateway that checks signatures");
        }
        try (var in = Files.newInputStream(dump)) {
            return needles(ofShoppers()).in(in);
        }
    }

    public static void assertNoneIn(String where, byte[] bytes) {
        assertNone(needles(true), where, bytes);
    }

    private static void assertNone(Needles needles, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            fail(file.toString(), needles.in(in));
        }
    }

    private static void assertNone(Needles needles, String where, byte[] bytes) {
        fail(where, needles.in(bytes));
    }

    private static void fail(String where, Set<String> found) {
        if (!found.isEmpty()) throw new AssertionError(where + " has " + String.join(", ", found));
    }

    private static void assertNobodyIsNamedIn(String where, String text) {
        for (var pattern : List.of(MAIL, PHONE)) {
            var found = pattern.matcher(text);
            if (found.find()) throw new AssertionError(where + " names somebody: " + found.group());
        }
        assertNoCardIn(where, text);
    }

    private static void assertNoCardIn(String where, String text) {
        var numbers = DIGITS.matcher(text);
        while (numbers.find()) {
            if (isCard(numbers.group().replaceAll("[ -]", "")))
                throw new AssertionError(where + " has a whole card number: " + numbers.group());
        }
    }

    /** By the check that the last digit of every card number is for. */
    static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit : 2 * digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return sum % 10 == 0;
    }

    private static Needles needles(boolean buyersName) {
        var secrets = ofShoppers();
        secrets.addAll(KEYS);
        if (buyersName) secrets.add(Shop.BUYER);
        return needles(secrets);
    }

    private static List<String> ofShoppers() {
        var secrets = new ArrayList<>(List.of(MAIL_OF_PAID, PHONE_OF_PAID, Shop.MAIL, Shop.PHONE));
        secrets.addAll(AUTHENTICATIONS);
        return secrets;
    }

    private static Needles needles(List<String> secrets) {
        var needles = new Needles();
        for (var secret : secrets) {
            for (var spelling : SPELLINGS)
                needles.add(secret.getBytes(spelling), "a secret in " + spelling + ": " + secret);
            needles.add(hex(secret).getBytes(UTF_8), "a secret in hex: " + secret);
            if (!escaped(secret).equals(secret))
                needles.add(escaped(secret).getBytes(UTF_8), "a secret escaped: " + secret);
        }
        return needles;
    }

    private static String escaped(String secret) {
        var text = new StringBuilder();
        for (char c : secret.toCharArray()) text.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        return text.toString();
    }

    private static String hex(String secret) {
        return HexFormat.of().formatHex(secret.getBytes(UTF_8));
    }

    private Secrets() {}
}
