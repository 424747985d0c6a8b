package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteKeyChangeTest extends KeyChangeContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
