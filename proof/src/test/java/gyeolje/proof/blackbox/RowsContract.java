package gyeolje.proof.blackbox;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import gyeolje.proof.world.Place;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every attack of the catalogue gets its one right answer from the gateway as it is shipped, moves nothing, and harms nobody after it. */
@TestInstance(PER_CLASS)
abstract class RowsContract {
    private Target target;

    abstract Place place(Path folder) throws Exception;

    @BeforeAll
    void begin(@TempDir Path folder) throws Exception {
        target = new Target(folder, place(folder));
    }

    @AfterAll
    void end() throws Exception {
        target.close();
    }

    @TestFactory
    Stream<DynamicNode> attacks() {
        return groups().entrySet().stream()
                .map(group -> dynamicContainer(
                        group.getKey(),
                        group.getValue().stream()
                                .map(row -> dynamicTest(row.id() + " " + row.title(), () -> row.run(target)))));
    }

    static Map<String, List<Row>> groups() {
        var groups = new LinkedHashMap<String, List<Row>>();
        groups.put("IdentityRows", IdentityRows.ROWS);
        groups.put("SignatureRows", SignatureRows.ROWS);
        groups.put("SigningRows", SigningRows.ROWS);
        groups.put("JsonRows", JsonRows.ROWS);
        groups.put("EncodingRows", EncodingRows.ROWS);
        groups.put("OrderRows", OrderRows.ROWS);
        groups.put("AmountRows", AmountRows.ROWS);
        groups.put("TextRows", TextRows.ROWS);
        groups.put("PayRows", PayRows.ROWS);
        groups.put("CancelRows", CancelRows.ROWS);
        groups.put("FieldRows", FieldRows.ROWS);
        groups.put("LeakRows", LeakRows.ROWS);
        return groups;
    }
}
