package gyeolje.proof.money;

import gyeolje.proof.world.Nodes;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.Scene;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Two gateway processes on one PostgreSQL. */
final class TwoNodesRacesTest extends RacesContract {
    @Override
    Nodes start(Path folder) throws Exception {
        return Nodes.two(Scene.set(folder, Place.postgres(), UnaryOperator.identity()));
    }
}
