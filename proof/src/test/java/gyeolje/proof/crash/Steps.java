package gyeolje.proof.crash;

import gyeolje.proof.world.Body;
import gyeolje.proof.world.Fault;
import gyeolje.proof.world.Fault.Kind;
import gyeolje.proof.world.Fault.Way;
import gyeolje.proof.world.FaultyLine;
import gyeolje.proof.world.Reply;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Shop;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The moments of the corridor at which a gateway may be killed. Each brings a payment exactly there and holds it; the process is
 * still alive then.
 *
 * @param answer what the same request hears when all is settled
 * @param money `none` never moved, `back` moved and was undone, `stands` moved and was answered for
 */
record Steps(String title, Play play, String answer, String money) {
    private static final Executor ASIDE = task -> Thread.ofVirtual().start(task);

    /** A request whose asker is still waiting. */
    record Asked(String operation, String transaction, Body request, CompletableFuture<Optional<Reply>> answer) {}

    @FunctionalInterface
    interface Play {
        Asked until(Stage stage) throws Exception;
    }

    /** The merchant's line to a gateway, and the gateway's to the acquirer. */
    record Stage(Scene scene, Shop shop, FaultyLine merchants) {
        Asked ask(String operation, String transaction, Body request, FaultyLine line, Fault fault) throws Exception {
            var strike = line.fault(fault);
            var asked = ask(operation, transaction, request);
            strike.await();
            return asked;
        }

        private Asked ask(String operation, String transaction, Body request) {
            var answer = CompletableFuture.supplyAsync(() -> answer(operation, request), ASIDE);
            return new Asked(operation, transaction, request, answer);
        }

        private Optional<Reply> answer(String operation, Body request) {
            try {
                return Optional.of(shop.send(operation, request));
            } catch (IOException e) {
                return Optional.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }

        Asked order(String window, FaultyLine line, Fault fault) throws Exception {
            return ask("order", "", shop.order(Shop.newNumber(), Shop.AMOUNT, Shop.MADE_AT, window), line, fault);
        }

        Asked pay(FaultyLine line, Fault fault) throws Exception {
            return pay(shop.ordered(), line, fault);
        }

        private Asked pay(Reply ordered, FaultyLine line, Fault fault) throws Exception {
            var pay = shop.authentication(scene.acquirer(), ordered);
            return ask("pay", ordered.transaction(), pay, line, fault.after(ordered.transaction()));
        }

        Asked cancel(FaultyLine line, Fault fault) throws Exception {
            var paid = shop.paid(scene.acquirer()).transaction();
            boolean toTheAcquirer = line != merchants;
            var named = toTheAcquirer ? tno(paid) : paid;
            return ask("cancel", paid, shop.cancel(paid, "변심"), line, fault.after(named));
        }

        /** An approval whose answer is lost, so that the resolver asks what became of it. */
        Asked doubtAsked(Way way) throws Exception {
            var ordered = shop.ordered();
            var asking = scene.lines().inquiry().fault(Fault.hold(way).after(ordered.transaction()));
            var asked = pay(ordered, scene.lines().approve(), Fault.of(Way.DOWN, Kind.RESET, 0));
            asked.answer().join();
            asking.await();
            return asked;
        }

        /** As above, and the resolver undoes what it found. */
        Asked doubtUndone(Way way) throws Exception {
            var ordered = shop.ordered();
            var asking = scene.lines().inquiry().fault(Fault.hold(Way.DOWN).after(ordered.transaction()));
            var asked = pay(ordered, scene.lines().approve(), Fault.of(Way.DOWN, Kind.RESET, 0));
            asking.await();
            var undoing = scene.lines().cancel().fault(Fault.hold(way).after(tno(ordered.transaction())));
            asking.heal();
            undoing.await();
            return asked;
        }

        private String tno(String transaction) throws IOException, InterruptedException {
            return scene.acquirer().ledger().of(transaction).getFirst().tno();
        }
    }

    static List<Steps> all() {
        return List.of(
                new Steps(
                        "the order is recorded, its answer not sent",
                        stage -> stage.order("WP", stage.merchants(), Fault.hold(Way.DOWN)),
                        "0000",
                        "none"),
                new Steps(
                        "the mobile order is registered, the answer not read",
                        stage -> stage.order("WM", stage.scene().lines().register(), Fault.hold(Way.DOWN)),
                        "0000",
                        "none"),
                new Steps(
                        "the claim is recorded, the request to approve not sent",
                        stage -> stage.pay(stage.scene().lines().approve(), Fault.hold(Way.UP)),
                        "9001",
                        "none"),
                new Steps(
                        "half of the request to approve is sent",
                        stage -> stage.pay(stage.scene().lines().approve(), Fault.of(Way.UP, Kind.DRIP, 20)),
                        "9001",
                        "none"),
                new Steps(
                        "the acquirer approved, its answer is not read",
                        stage -> stage.pay(stage.scene().lines().approve(), Fault.hold(Way.DOWN)),
                        "9001",
                        "back"),
                new Steps(
                        "the outcome is recorded, the answer not sent",
                        stage -> stage.pay(stage.merchants(), Fault.hold(Way.DOWN)),
                        "0000",
                        "stands"),
                new Steps(
                        "the cancel is recorded, the request not sent",
                        stage -> stage.cancel(stage.scene().lines().cancel(), Fault.hold(Way.UP)),
                        "0000",
                        "back"),
                new Steps(
                        "the acquirer cancelled, its answer is not read",
                        stage -> stage.cancel(stage.scene().lines().cancel(), Fault.hold(Way.DOWN)),
                        "0000",
                        "back"),
                new Steps(
                        "the cancel's outcome is recorded, the answer not sent",
                        stage -> stage.cancel(stage.merchants(), Fault.hold(Way.DOWN)),
                        "0000",
                        "back"),
                new Steps("the resolver's question is not sent", stage -> stage.doubtAsked(Way.UP), "9001", "back"),
                new Steps(
                        "the answer to the resolver's question is not read",
                        stage -> stage.doubtAsked(Way.DOWN),
                        "9001",
                        "back"),
                new Steps("the net cancel is not sent", stage -> stage.doubtUndone(Way.UP), "9001", "back"),
                new Steps(
                        "the acquirer undid the approval, its answer is not read",
                        stage -> stage.doubtUndone(Way.DOWN),
                        "9001",
                        "back"));
    }
}
