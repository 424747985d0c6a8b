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
import java.util.ArrayList;
import java.util.List;

/** What must not be found in what a gateway keeps, writes or answers: the key, who bought, and the shopper's authentication. */
public final class Secrets {
    private static final List<Charset> SPELLINGS = List.of(UTF_8, UTF_16LE, UTF_16BE);

    private final List<String> secrets = new ArrayList<>(List.of(World.TESTERS_KEY, Shop.BUYER, Shop.MAIL, Shop.PHONE));

    public Secrets and(String secret) {
        secrets.add(secret);
        return this;
    }

    /** The name of the buyer is part of the order's answer. */
    public Secrets exceptTheBuyersName() {
        secrets.remove(Shop.BUYER);
        return this;
    }

    /** The folder's files but those that are meant to hold a secret, as bytes, and the database as it would be read. */
    public void assertNoneIn(Path folder, Place place) throws IOException, SQLException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList())
                assertNoneIn(file.toString(), Files.readAllBytes(file));
        }
        var dump = place.dump();
        assertNoneIn("the database", dump.getBytes(UTF_8));
        if (dump.length() < 100) throw new AssertionError("the database was not read: " + dump);
    }

    public void assertNoneIn(String where, byte[] bytes) {
        var haystack = new String(bytes, ISO_8859_1);
        for (var secret : secrets) {
            for (var spelling : SPELLINGS) {
                if (haystack.contains(new String(secret.getBytes(spelling), ISO_8859_1)))
                    throw new AssertionError(where + " has a secret in " + spelling + ": " + secret);
            }
            if (haystack.contains(escaped(secret)) || haystack.contains(hex(secret)))
                throw new AssertionError(where + " has a secret in disguise: " + secret);
        }
    }

    private static String escaped(String secret) {
        var text = new StringBuilder();
        for (char c : secret.toCharArray()) text.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        return text.toString();
    }

    private static String hex(String secret) {
        return java.util.HexFormat.of().formatHex(secret.getBytes(UTF_8));
    }
}
