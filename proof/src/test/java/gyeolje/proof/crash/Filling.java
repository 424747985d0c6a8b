package gyeolje.proof.crash;

import gyeolje.core.payment.Buyer;
import gyeolje.core.payment.CashReceipt;
import gyeolje.core.payment.Order;
import gyeolje.core.payment.Registration;
import gyeolje.core.payment.Window;
import gyeolje.core.value.Fingerprint;
import gyeolje.core.value.MerchantId;
import gyeolje.core.value.OrderNumber;
import gyeolje.core.value.Sha256;
import gyeolje.core.value.SiteCode;
import gyeolje.core.value.Won;
import gyeolje.gateway.Adapters;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.gateway.settings.SettingsFile;
import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import gyeolje.proof.world.World;
import gyeolje.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Fills the store of a gateway that is not running, with many orders at once. */
final class Filling {
    private static final int WRITERS = 500;

    /** Records what begins with an order. */
    @FunctionalInterface
    interface Each {
        void record(Store store, Order order);
    }

    static void of(Scene scene, int orders, Each each) throws Exception {
        var settings = SettingsFile.read(scene.configuration(), Map.of());
        var ids = new TransactionIds(Time.system());
        var left = new AtomicInteger(orders);
        try (var store = Store.open(Adapters.store(settings, Time.system()))) {
            AtOnce.times(WRITERS, () -> {
                for (int row = left.getAndDecrement(); row > 0; row = left.getAndDecrement())
                    each.record(store, order(ids, row));
                return true;
            });
        }
    }

    private static Order order(TransactionIds ids, int row) {
        return new Order(
                new MerchantId(World.TESTER),
                ids.get(),
                new OrderNumber("MANY-%06d".formatted(row)),
                new Won(1004),
                Window.PC,
                "텀블러",
                new Buyer(Shop.BUYER, Shop.MAIL, Shop.PHONE),
                "https://shop.example.com/return",
                "",
                CashReceipt.BY_KAKAOPAY,
                "",
                new SiteCode("T0000"),
                new Registration.NotNeeded(),
                Fingerprint.of(Shop.MADE_AT, new Sha256(Shop.sign("order", Integer.toString(row)))),
                Instant.now());
    }

    private Filling() {}
}
