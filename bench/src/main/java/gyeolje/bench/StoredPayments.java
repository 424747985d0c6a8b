package gyeolje.bench;

import gyeolje.bench.load.Work.Kind;
import gyeolje.bench.stock.Stock;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What it costs that there are many payments already: two gateways, one with an empty store and one with a full one, measured in
 * turn so that a machine that slows down does so for both.
 */
final class StoredPayments {
    private static final double ROOM_TO_SPARE = 1.2;
    private static final double GIBIBYTE = 1L << 30;

    private final Measuring measuring;
    private final Options options;

    StoredPayments(Measuring measuring) {
        this.measuring = measuring;
        this.options = measuring.options();
    }

    void measure() throws IOException, InterruptedException, SQLException, GeneralSecurityException {
        requireRoom();
        var full = measuring.databases().fresh("filled");
        var progress = measuring.progress();
        progress.say(String.format(Locale.ROOT, "storing %,d payments", options.stored()));
        Stock.fill(full, options.stored(), options.merchants(), progress::say);
        try (var before = World.usual(options, "empty", measuring.databases().fresh("empty"));
                var after = World.usual(options, "filled", full)) {
            for (var world : new World[] {before, after}) {
                measuring.warm(world);
                measuring.warmPayments(world);
            }
            compare(before, after);
        }
    }

    private void compare(World before, World after) throws IOException, InterruptedException {
        var filled = Names.stored(options.stored());
        var many = measuring.many();
        measuring.fastest(before, Names.ORDERS + Names.EMPTY, Kind.ORDER, measuring.endless(many));
        measuring.fastest(after, Names.ORDERS + filled, Kind.ORDER, measuring.endless(many));
        measuring.fastestPayments(before, Names.PAYMENTS + Names.EMPTY, Kind.PAY, many);
        measuring.fastestPayments(after, Names.PAYMENTS + filled, Kind.PAY, many);
        measuring.fastestPayments(before, Names.CANCELS + Names.EMPTY, Kind.CANCEL, many);
        measuring.fastestPayments(after, Names.CANCELS + filled, Kind.CANCEL, many);
    }

    private void requireRoom() throws IOException {
        if (options.postgresUrl().isPresent()) return;
        double needed = ROOM_TO_SPARE * options.stored() * measuring.databases().bytesPerPayment();
        double there = Files.getFileStore(options.folder()).getUsableSpace();
        if (there < needed)
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%,d stored payments need %.0f GiB on the disk of %s, and %.0f are free: store fewer, or give another --folder",
                    options.stored(),
                    needed / GIBIBYTE,
                    options.folder(),
                    there / GIBIBYTE));
    }
}
