package gyeolje.proof.blackbox;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class PostgresRowsTest extends RowsContract {
    @Override
    Place place(Path folder) throws Exception {
        return Place.postgres();
    }
}
