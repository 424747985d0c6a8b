package gyeolje.proof.crash;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteOpenRowsTest extends OpenRowsContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
