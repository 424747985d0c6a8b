package gyeolje.proof.money;

import gyeolje.proof.world.Nodes;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.World;
import java.nio.file.Path;

final class PostgresRacesTest extends RacesContract {
    @Override
    Nodes start(Path folder) throws Exception {
        return Nodes.one(World.patient(folder, Place.postgres()));
    }
}
