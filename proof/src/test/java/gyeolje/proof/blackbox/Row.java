package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * One attack of the catalogue (docs/attacks.md).
 *
 * @param moves whether money, calls upstream or records may move; where not, the row asserts that nothing did
 */
record Row(String id, String title, boolean moves, Attack attack) {
    /** What is done to the gateway, with what it must answer. */
    @FunctionalInterface
    interface Attack {
        void on(Target target) throws Exception;
    }

    /** An attack that must leave no trace upstream and in the store. */
    static Row still(String id, String title, Attack attack) {
        return new Row(id, title, false, attack);
    }

    /** An attack some of whose requests are good, or may be heard upstream; it says itself what may have moved. */
    static Row moving(String id, String title, Attack attack) {
        return new Row(id, title, true, attack);
    }

    void run(Target target) throws Exception {
        var before = target.standing();
        attack.on(target);
        if (!moves) assertEquals(before, target.standing(), "nothing moves");
        target.assertServes();
    }
}
