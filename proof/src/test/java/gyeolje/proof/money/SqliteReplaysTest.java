package gyeolje.proof.money;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteReplaysTest extends ReplaysContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
