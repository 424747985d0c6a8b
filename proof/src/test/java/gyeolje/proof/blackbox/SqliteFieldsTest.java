package gyeolje.proof.blackbox;

import gyeolje.proof.world.Place;
import java.nio.file.Path;

final class SqliteFieldsTest extends FieldsContract {
    @Override
    Place place(Path folder) {
        return Place.sqlite(folder);
    }
}
