package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.Approval;
import gyeolje.core.payment.Approval.Means;
import gyeolje.core.payment.Doubt;
import gyeolje.core.payment.Event;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Payment.Ordered;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.Won;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again as it was, and what is sealed opens only in its place and with its key. */
final class CodecTest {
    private static final Sealer SEALER = new Sealer(Stage.KEY);

    static Stream<Event> events() {
        var card = new Approval(
                Samples.TNO,
                new Won(1_000),
                Samples.SEOUL_NOON,
                new Means.KakaoCard("12345678", "카드", "123456******7890", 3));
        var known = new Doubt(Doubt.Reason.AMOUNT_DIFFERS, new Doubt.Trace.Known(Samples.TNO), Samples.NOON);
        return Stream.of(
                Samples.payRequested(),
                new Event.AcquirerApproved(Samples.MONEY),
                new Event.AcquirerApproved(card),
                new Event.AcquirerDeclined("8037", "한도 \"초과\"\u0000\n"),
                new Event.AcquirerNotReached("no route"),
                new Event.ApprovalInDoubt(Samples.SILENCE, Samples.NOON),
                new Event.ApprovalInDoubt(known, Samples.NOON),
                new Event.ApprovalFound(Samples.TNO, new Won(1)),
                new Event.NoApprovalFound(Samples.NOON),
                new Event.NetCancelled(Samples.SEOUL_NOON),
                new Event.ResolverGaveUp(Doubt.Reason.POISON),
                new Event.CancelRequested(Samples.CANCELLATION, Samples.NOON),
                new Event.AcquirerCancelled(Samples.SEOUL_NOON),
                new Event.CancelRefused(Event.CancelRefused.Ground.NOT_ENOUGH_UNSETTLED, "8178", ""),
                new Event.CancelNotSent("no route"),
                new Event.CancelInDoubt(Doubt.Reason.CANCEL_UNANSWERED));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_read_as_it_was_written(Event event) {
        assertEquals(event, EventCodec.read(EventCodec.name(event), EventCodec.detail(event)));
    }

    @Test
    void what_is_unknown_or_incomplete_is_not_guessed() {
        assertThrows(IllegalArgumentException.class, () -> EventCodec.read("Unheard", "{}"));
        assertThrows(IllegalArgumentException.class, () -> EventCodec.read("AcquirerNotReached", "{}"));
        assertThrows(IllegalArgumentException.class, () -> EventCodec.read("AcquirerNotReached", "{\"why\":1}"));
        assertThrows(IllegalArgumentException.class, () -> EventCodec.read("AcquirerNotReached", "{"));
    }

    @Test
    void an_order_from_an_odd_browser_leaves_a_note_in_its_journal() {
        assertFalse(
                JournalRow.placed(order(Window.MOBILE, "iPhone"), 0).detail().contains("note"));
        assertTrue(JournalRow.placed(order(Window.MOBILE, "curl"), 0).detail().contains(JournalRow.NOT_MOBILE));
        assertFalse(JournalRow.placed(order(Window.PC, "curl"), 0).detail().contains("note"));
    }

    private static Order order(Window window, String userAgent) {
        var it = Samples.ordered(1, "A-1").order();
        return new Order(
                it.merchant(),
                it.transaction(),
                it.number(),
                it.amount(),
                window,
                it.itemName(),
                it.buyer(),
                it.returnUrl(),
                it.appUrl(),
                it.cashReceipt(),
                userAgent,
                it.site(),
                new Registration.NotNeeded(),
                it.fingerprint(),
                it.orderedAt());
    }

    @Test
    void an_order_without_registration_is_read_as_it_was_written() {
        var codec = new PaymentCodec(SEALER);
        var ordered = new Ordered(order(Window.PC, ""));
        assertEquals(ordered, codec.read(codec.row(ordered, 0, 0)).payment());
    }

    @Test
    void a_sealed_value_opens_in_its_place_only_and_looks_different_each_time() throws Sealer.DoesNotOpen {
        var sealed = SEALER.seal("비밀", "payment/a/b");
        assertEquals("비밀", SEALER.open(sealed, "payment/a/b"));
        assertFalse(sealed.equals(SEALER.seal("비밀", "payment/a/b")));
        assertThrows(Sealer.DoesNotOpen.class, () -> SEALER.open(sealed, "payment/a/c"));
        assertThrows(Sealer.DoesNotOpen.class, () -> SEALER.open("AAAA", "payment/a/b"));
        assertThrows(Sealer.DoesNotOpen.class, () -> SEALER.open("not base64!", "payment/a/b"));
        var other = new Sealer(MasterKey.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        assertThrows(Sealer.DoesNotOpen.class, () -> other.open(sealed, "payment/a/b"));
    }

    @Test
    void a_generated_master_key_is_for_its_owner_only_and_is_never_replaced(@TempDir Path folder) throws Exception {
        var file = folder.resolve("master.key");
        var sealed = new Sealer(MasterKey.generate(file)).seal("text", "place");
        assertEquals("text", new Sealer(MasterKey.of(MasterKey.textOf(file))).open(sealed, "place"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(StoreOpeningException.class, () -> MasterKey.generate(file));
        assertThrows(StoreOpeningException.class, () -> MasterKey.of("c2hvcnQ="));
        assertThrows(StoreOpeningException.class, () -> MasterKey.textOf(folder.resolve("absent")));
    }

    @Test
    void the_newest_migration_is_the_one_that_a_store_must_have() throws Exception {
        for (var folder : List.of("sqlite", "postgresql")) {
            var resource = CodecTest.class.getResource("/db/migration/" + folder);
            try (var files = Files.list(Path.of(Objects.requireNonNull(resource).toURI()))) {
                var versions = files.map(it -> String.valueOf(it.getFileName()))
                        .map(it -> Integer.parseInt(it.substring(1, it.indexOf('_'))))
                        .sorted()
                        .toList();
                assertEquals(Integer.parseInt(Migrations.NEWEST), versions.getLast());
            }
        }
    }
}
