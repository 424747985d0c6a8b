package gyeolje.proof.blackbox;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteRowsTest extends RowsContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
