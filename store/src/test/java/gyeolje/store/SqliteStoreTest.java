package gyeolje.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contracts on SQLite, and what is true of its file. */
final class SqliteStoreTest {
    @Nested
    final class Payments extends PaymentContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class Handing extends HandingContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class Crowds extends CrowdContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class OfTheBook extends BookContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class OfResealing extends ResealingContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class Opening extends OpeningContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class OfMerchants extends MerchantContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }
    }

    @Nested
    final class Verifying extends VerificationContract {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }

        @Override
        String[] withoutGuards(String tampering) {
            return new String[] {
                "DROP TRIGGER journal_is_not_rewritten", "DROP TRIGGER journal_is_not_erased", tampering
            };
        }
    }

    @Nested
    final class OfTheFile extends StoreHarness {
        @Override
        Stage newStage() {
            return new SqliteStage();
        }

        private Path path() {
            return Path.of(settings().url().substring("sqlite:".length()));
        }

        private List<Path> files() throws IOException {
            try (var files = Files.list(path().getParent())) {
                return files.toList();
            }
        }

        @Test
        void a_second_gateway_on_the_same_file_is_refused() {
            var refusal = assertThrows(StoreOpeningException.class, () -> Store.open(settings()));
            assertTrue(String.valueOf(refusal.getMessage()).contains("another gateway"));
        }

        @Test
        void a_tool_changes_merchants_beside_a_gateway() {
            try (var tool = Store.open(settings().forTool())) {
                tool.merchants().add(MerchantContract.merchant(), "operator");
            }
            assertEquals(1, store.merchants().list().size());
            placed(Samples.ordered(1, "A-1"));
        }

        /** A change of the master key rewrites every payment; its log must not grow as large as all of them. */
        @Test
        void a_tool_that_writes_a_lot_moves_it_out_of_the_log_by_itself() throws IOException {
            try (var tool = Store.open(settings().forTool())) {
                tool.merchants().add(MerchantContract.merchant(), "operator");
                for (int change = 0; change < 600; change++)
                    tool.merchants().rename(Samples.TESTER, "가게 " + change, "operator");
                long log = Files.size(path().resolveSibling(path().getFileName() + "-wal"));
                assertTrue(log < 6_000_000, log + " bytes");
            }
        }

        /** With anything less an answer can outrun its record: a commit that a power cut takes back. */
        @Test
        void every_commit_is_on_the_disk_before_it_is_told() throws SQLException {
            try (var file = SqliteFile.open(path(), StoreSettings.Role.TOOL);
                    var database = SqliteDatabase.open(file, new PaymentCodec(new Sealer(Stage.KEY)), 1);
                    var connection = database.beginShort();
                    var statement = connection.createStatement()) {
                assertEquals(
                        "wal", statement.executeQuery("PRAGMA journal_mode").getString(1));
                assertEquals(2, statement.executeQuery("PRAGMA synchronous").getInt(1), "FULL");
            }
        }

        @Test
        void the_files_are_for_their_owner_only() throws IOException {
            placed(Samples.ordered(1, "A-1"));
            for (var path : files())
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }

        @Test
        void no_buyer_and_no_key_can_be_read_from_the_files() throws IOException {
            placed(Samples.ordered(1, "A-1"));
            store.merchants().add(MerchantContract.merchant(), "operator");
            for (var path : files()) {
                var bytes = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
                for (var secret : List.of("홍길동의비밀이름", "secret.buyer", "01098765432", "the-first-key"))
                    assertFalse(bytes.contains(secret), path::toString);
            }
        }
    }
}
