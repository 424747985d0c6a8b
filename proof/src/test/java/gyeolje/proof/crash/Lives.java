package gyeolje.proof.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gyeolje.proof.crash.Crowd.Said;
import gyeolje.proof.world.GatewayProcess;
import gyeolje.proof.world.Scene;
import gyeolje.proof.world.Secrets;
import gyeolje.proof.world.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** A gateway that is killed while it serves a crowd, and started again, and killed again. The acquirer remembers all of its lives. */
final class Lives {
    /** What a process is said to have ended with that SIGKILL ended. */
    private static final int KILLED = 128 + 9;

    private final Scene scene;
    private final SplittableRandom dice;
    private final List<Said> said = new ArrayList<>();
    private List<Said> latest = List.of();

    Lives(Scene scene, SplittableRandom dice) {
        this.scene = scene;
        this.dice = dice;
    }

    /** Starts, repeats what the life before answered, serves a crowd, and is killed amid it. */
    void one() throws Exception {
        try (var gateway = scene.serve()) {
            var shop = scene.shop(gateway);
            Told.assertRepeated(shop, latest);
            latest = untilKilled(gateway, new Crowd(shop, scene.acquirer(), dice.split()));
            said.addAll(latest);
        }
    }

    /** Kills after so many answers and a little more, wherever that is. */
    private List<Said> untilKilled(GatewayProcess gateway, Crowd crowd) throws Exception {
        int answers = dice.nextInt(5, 60);
        crowd.begin();
        Until.holds("the crowd is served", () -> crowd.answered() >= answers);
        LockSupport.parkNanos(dice.nextLong(20_000_000));
        assertTrue(crowd.isServed(), "served until it is killed");
        gateway.kill();
        assertEquals(KILLED, gateway.exitCode());
        return crowd.end();
    }

    /** One more life, in which everything is asked again that was ever asked, and nobody is killed. */
    void last() throws Exception {
        try (var gateway = scene.serve()) {
            var shop = scene.shop(gateway);
            Told.assertRepeated(shop, said);
            Told.assertTheBooksAgree(scene, shop, said);
            scene.assertSound();
        }
        Secrets.assertNoneIn("the log", scene.log());
    }

    /** How many requests of an operation were answered. */
    long answered(String operation) {
        return said.stream()
                .filter(one -> one.operation().equals(operation) && one.answer().isPresent())
                .count();
    }

    /** How many requests a kill cut short. */
    long cutShort() {
        return said.stream().filter(one -> one.answer().isEmpty()).count();
    }
}
