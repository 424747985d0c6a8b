package gyeolje.bench.child;

import gyeolje.bench.Sale;
import gyeolje.bench.Town;
import gyeolje.core.payment.Order;
import gyeolje.core.value.AcquirerTransactionId;
import gyeolje.gateway.flow.TransactionIds;
import gyeolje.store.MasterKey;
import gyeolje.store.Store;
import gyeolje.store.StoreSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;

/** The least that the record takes: the rows of orders and payments through the gateway's own store, by many callers at once. */
final class StoreCeiling implements Part {
    private final Store store;
    private final int merchants;
    private final TransactionIds ids = new TransactionIds(InstantSource.system());
    private final AtomicLong numbers = new AtomicLong();

    private StoreCeiling(Store store, int merchants) {
        this.store = store;
        this.merchants = merchants;
    }

    static StoreCeiling open(String url, int merchants) {
        var settings = StoreSettings.of(url, MasterKey.of(Town.MASTER_KEY), InstantSource.system());
        return new StoreCeiling(Store.open(settings), merchants);
    }

    /** `order` or `payment`, how many callers, how many milliseconds. */
    @Override
    public String command(String line) throws Exception {
        var words = line.split(" ", -1);
        Rounds.Round round = words[0].equals("order") ? this::order : this::payment;
        return Rounds.run(
                Thread.ofVirtual().factory(),
                Collections.nCopies(Integer.parseInt(words[1]), round),
                Long.parseLong(words[2]));
    }

    private Order order() {
        long number = numbers.incrementAndGet();
        var merchant = Town.unlimited((int) (number % merchants));
        var order = Sale.order(merchant, ids.get(), "S-%012d".formatted(number), Instant.now());
        Sale.place(store, order);
        return order;
    }

    private void payment() {
        var order = order();
        var tno = new AcquirerTransactionId("26" + order.number().text().substring(2));
        Sale.pay(store, order, Instant.now(), tno);
    }

    @Override
    public int port() {
        return 0;
    }

    @Override
    public void close() {
        store.close();
    }
}
