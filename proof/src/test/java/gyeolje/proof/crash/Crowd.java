package gyeolje.proof.crash;

import gyeolje.proof.world.Acquirer;
import gyeolje.proof.world.Body;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Shop;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Shoppers of one merchant who order, pay and now and then cancel, until they are told to stop. Remembers what each was told. */
final class Crowd {
    private static final int SHOPPERS = 6;

    private final Shop shop;
    private final Acquirer acquirer;
    private final SplittableRandom dice;
    private final Queue<Said> said = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final List<Thread> shoppers = new ArrayList<>();
    private volatile boolean stopped;

    /** A request, and what was answered; nothing when the connection was lost or the gateway would not begin. */
    record Said(String operation, String transaction, Body request, Optional<Reply> answer) {}

    Crowd(Shop shop, Acquirer acquirer, SplittableRandom dice) {
        this.shop = shop;
        this.acquirer = acquirer;
        this.dice = dice;
    }

    void begin() {
        for (int i = 0; i < SHOPPERS; i++) {
            var mine = dice.split();
            shoppers.add(Thread.ofVirtual().start(() -> shopUntilStopped(mine)));
        }
    }

    int answered() {
        return answered.get();
    }

    /** Nobody has lost the gateway yet. */
    boolean isServed() {
        return !stopped;
    }

    /** Everything that was said, once all have stopped. */
    List<Said> end() throws InterruptedException {
        stopped = true;
        for (var shopper : shoppers) shopper.join();
        return List.copyOf(said);
    }

    private void shopUntilStopped(SplittableRandom mine) {
        while (!stopped) {
            try {
                buy(mine);
            } catch (IOException e) {
                // the acquirer is not what is killed here
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void buy(SplittableRandom mine) throws IOException, InterruptedException {
        var window = mine.nextInt(4) == 0 ? "WM" : "WP";
        var order = shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, window);
        var ordered = ask("order", "", order);
        if (!isDone(ordered) || mine.nextInt(5) == 0) return;
        var transaction = ordered.get().transaction();
        var paid = ask("pay", transaction, shop.authentication(acquirer, ordered.get()));
        if (!isDone(paid) || mine.nextInt(3) != 0) return;
        ask("cancel", transaction, shop.cancel(transaction, "변심"));
    }

    private static boolean isDone(Optional<Reply> answer) {
        return answer.filter(reply -> reply.code().equals("0000")).isPresent();
    }

    private Optional<Reply> ask(String operation, String transaction, Body request) throws InterruptedException {
        var answer = tell(operation, request);
        said.add(new Said(operation, transaction, request, answer));
        if (answer.isPresent()) answered.incrementAndGet();
        return answer;
    }

    private Optional<Reply> tell(String operation, Body request) throws InterruptedException {
        try {
            return Optional.of(shop.send(operation, request)).filter(reply -> reply.status() == 200);
        } catch (IOException e) {
            stopped = true;
            return Optional.empty();
        }
    }
}
