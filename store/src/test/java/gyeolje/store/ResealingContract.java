package gyeolje.store;

import static gyeolje.store.Samples.BUYER;
import static gyeolje.store.Samples.TESTER;
import static gyeolje.store.Samples.ordered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.core.payment.PaymentStore.Stored;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A master key gives way to another while gateways go on; afterwards the old one opens nothing. */
abstract class ResealingContract extends StoreHarness {
    private static final int PAYMENTS = 250;
    private static final MasterKey OTHER = MasterKey.of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    private final List<Stored> payments = new ArrayList<>();

    @BeforeEach
    void fill() throws Exception {
        payments.addAll(together(PAYMENTS, i -> placed(ordered(i + 1, "A-" + (i + 1)))));
        store.merchants().add(MerchantContract.merchant(), "a test");
    }

    private Store reopened(MasterKey key) {
        shut(store);
        store = open(StoreSettings.of(settings().url(), key, clock));
        return store;
    }

    private void everythingOpens() {
        for (var payment : payments)
            assertEquals(BUYER, current(payment).payment().order().buyer());
        assertEquals(
                List.of(MerchantContract.OLD),
                store.merchants().find(TESTER).orElseThrow().keys());
        assertEquals(0, store.verify(_ -> {}).findings());
    }

    private void everythingStillReads() {
        for (var payment : List.of(payments.getFirst(), payments.get(PAYMENTS / 2), payments.getLast()))
            assertEquals(BUYER, current(payment).payment().order().buyer());
    }

    @Test
    void afterwards_the_new_key_opens_everything_and_the_old_one_nothing() {
        reopened(OTHER.with(Stage.KEY));
        var done = store.resealing("a test").run(_ -> {});
        assertEquals(PAYMENTS + 1, done.resealed());
        reopened(OTHER);
        everythingOpens();
        assertTrue(store.merchants().journal(TESTER).getLast().contains("a test: keys sealed anew"));
        shut(store);
        var old = StoreSettings.of(settings().url(), Stage.KEY, clock);
        assertThrows(StoreOpeningException.class, () -> Store.open(old));
        store = open(StoreSettings.of(settings().url(), OTHER, clock));
    }

    @Test
    void one_that_was_cut_short_is_run_again_and_does_the_rest() {
        reopened(OTHER.with(Stage.KEY));
        var cut = store.resealing("a test");
        assertThrows(
                IllegalStateException.class,
                () -> cut.run(progress -> {
                    if (progress.resealed() > PAYMENTS / 2) throw new IllegalStateException("killed");
                }));
        everythingOpens();
        reopened(Stage.KEY.with(OTHER));
        everythingOpens();
        reopened(OTHER.with(Stage.KEY));
        var rest = store.resealing("a test").run(_ -> {});
        assertTrue(rest.resealed() > 0 && rest.resealed() < PAYMENTS, rest::toString);
        reopened(OTHER);
        everythingOpens();
    }

    @Test
    void gateways_with_both_keys_write_and_read_beside_it() {
        reopened(Stage.KEY.with(OTHER));
        var beside = open(
                StoreSettings.of(settings().url(), OTHER.with(Stage.KEY), clock).forTool());
        beside.resealing("a test").run(progress -> {
            int next = payments.size() + 1;
            if (next <= PAYMENTS + 3) payments.add(placed(ordered(next, "A-" + next)));
            everythingStillReads();
        });
        assertTrue(payments.size() > PAYMENTS);
        shut(beside);
        reopened(OTHER.with(Stage.KEY));
        everythingOpens();
    }

    @Test
    void without_the_old_key_nothing_is_lost_and_nothing_opens() {
        shut(store);
        var alone = StoreSettings.of(settings().url(), OTHER, clock);
        assertThrows(StoreOpeningException.class, () -> Store.open(alone));
        store = open(settings());
        everythingOpens();
    }

    @Test
    void a_store_that_is_sealed_with_the_key_at_hand_is_left_as_it_is() {
        assertEquals(0, store.resealing("a test").run(_ -> {}).resealed());
        everythingOpens();
    }

    @Test
    void two_keys_that_look_alike_are_refused() {
        assertThrows(StoreOpeningException.class, () -> OTHER.with(OTHER));
    }
}
