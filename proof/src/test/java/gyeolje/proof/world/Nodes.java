package gyeolje.proof.world;

import gyeolje.core.payment.Limits;
import java.util.ArrayList;
import java.util.List;

/** Gateways that share a store, and an acquirer. */
public interface Nodes extends AutoCloseable {
    List<Integer> ports();

    /** At the first of them. */
    Shop tester();

    Shop merchant(String id, Limits limits) throws Exception;

    Acquirer acquirer();

    @Override
    void close();

    static Nodes one(World world) {
        return new One(world);
    }

    static Nodes two(Scene scene) throws Exception {
        return new Two(scene, scene.serve(), scene.serve());
    }

    /** In this process. */
    record One(World world) implements Nodes {
        @Override
        public List<Integer> ports() {
            return List.of(world.gateway().port());
        }

        @Override
        public Shop tester() {
            return world.tester();
        }

        @Override
        public Shop merchant(String id, Limits limits) {
            return world.merchant(id, limits);
        }

        @Override
        public Acquirer acquirer() {
            return world.acquirer();
        }

        @Override
        public void close() {
            world.close();
        }
    }

    /** In processes of their own. */
    record Two(Scene scene, GatewayProcess first, GatewayProcess second) implements Nodes {
        @Override
        public List<Integer> ports() {
            return List.of(first.port(), second.port());
        }

        @Override
        public Shop tester() {
            return scene.shop(first);
        }

        @Override
        public Shop merchant(String id, Limits limits) throws Exception {
            var key = "a-key-of-" + id + "-0123456789";
            var options = new ArrayList<String>();
            option(options, "--day", limits.day());
            option(options, "--month", limits.month());
            option(options, "--guarantee", limits.guarantee());
            scene.addMerchant(id, key, options.toArray(String[]::new));
            var shop = new Shop(id, key, first.port());
            for (int port : ports())
                Until.holds(
                        "a node knows the merchant",
                        () -> !shop.at(port)
                                .send("order", shop.order(Shop.newNumber()))
                                .code()
                                .equals("1001"));
            return shop;
        }

        private static void option(List<String> options, String name, long won) {
            if (won != Limits.NONE) options.addAll(List.of(name, Long.toString(won)));
        }

        @Override
        public Acquirer acquirer() {
            return scene.acquirer();
        }

        @Override
        public void close() {
            try {
                scene.assertSound();
                Secrets.assertNoneIn("the log", scene.log());
            } catch (Exception e) {
                throw new AssertionError("what is left behind cannot be read", e);
            } finally {
                first.close();
                second.close();
                scene.close();
            }
        }
    }
}
