package gyeolje.bench;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the figures' rows go: a fresh store for each part of a run. */
sealed interface Databases extends AutoCloseable {
    long SQLITE_BYTES = 1_900;
    long POSTGRES_BYTES = 3_000;

    /** The url of an empty store. */
    String fresh(String name) throws SQLException;

    /** How many connections the naive peer gets: as many as help it. */
    int naiveConnections();

    String words();

    /** What a paid payment takes on the disk, with its journal, its claim and the indexes. */
    default long bytesPerPayment() {
        return POSTGRES_BYTES;
    }

    /** The CPU that its processes took so far; zero where it has none of its own. */
    long cpuNanos() throws IOException;

    @Override
    void close() throws IOException, SQLException;

    record Sqlite(Path folder) implements Databases {
        @Override
        public String fresh(String name) {
            return "sqlite:" + folder.resolve(name + ".db");
        }

        @Override
        public int naiveConnections() {
            return 1;
        }

        @Override
        public String words() {
            return "SQLite, WAL, synchronous = FULL";
        }

        @Override
        public long bytesPerPayment() {
            return SQLITE_BYTES;
        }

        @Override
        public long cpuNanos() {
            return 0;
        }

        @Override
        public void close() {}
    }

    /** A server of the benchmark's own, as durable as in production. */
    record Embedded(EmbeddedPostgres server, Path files) implements Databases {
        /** Of 16 MiB each; a checkpoint comes before they are used up, and from then on they are used again. */
        private static final int LOG_FILES = 160;

        static Embedded start(Path folder) throws IOException {
            var files = folder.resolve("postgresql");
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", bufferMegabytes() + "MB")
                    .setServerConfig("min_wal_size", 16 * LOG_FILES + "MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .start();
            try {
                makeLogFiles(server);
            } catch (SQLException e) {
                server.close();
                throw new IOException("the database cannot be prepared: " + e.getMessage(), e);
            }
            return new Embedded(server, files);
        }

        /** An eighth of the memory: half of what is usual for a server that has the machine to itself. */
        private static long bufferMegabytes() {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return Math.clamp(system.getTotalMemorySize() / (8L << 20), 128, 4_096);
        }

        /** What a server has after its first hours: log files to write over. To make one takes tens of milliseconds, and all commits wait. */
        private static void makeLogFiles(EmbeddedPostgres server) throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                for (int i = 0; i < LOG_FILES; i++) {
                    statement.execute("SELECT pg_logical_emit_message(false, 'gyeolje-bench', 'another file')");
                    statement.execute("SELECT pg_switch_wal()");
                }
                statement.execute("CHECKPOINT");
            }
        }

        @Override
        public String fresh(String name) throws SQLException {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + name);
            }
            return server.getJdbcUrl("postgres", name);
        }

        @Override
        public int naiveConnections() {
            return 64;
        }

        @Override
        public String words() {
            return "PostgreSQL (embedded, fsync and synchronous_commit on)";
        }

        /** The server's first process and those it started. */
        @Override
        public long cpuNanos() throws IOException {
            long pid = Long.parseLong(
                    Files.readAllLines(files.resolve("postmaster.pid")).getFirst());
            return sum(ProcessHandle.of(pid).stream()
                    .flatMap(first -> Stream.concat(Stream.of(first), first.descendants())));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    private static long sum(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    /** Somebody's server: each store is a schema of its own, dropped afterwards. */
    record Given(String url, List<String> schemas) implements Databases {
        Given(String url) {
            this(url, new ArrayList<>());
        }

        @Override
        public String fresh(String name) throws SQLException {
            var schema = "gyeolje_bench_" + name;
            execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            execute("CREATE SCHEMA " + schema);
            schemas.add(schema);
            return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
        }

        private void execute(String sql) throws SQLException {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public int naiveConnections() {
            return 64;
        }

        @Override
        public String words() {
            return "PostgreSQL (given)";
        }

        /** Of all servers on this machine: which one answers is not told. */
        @Override
        public long cpuNanos() {
            return sum(ProcessHandle.allProcesses()
                    .filter(process -> process.info()
                            .command()
                            .filter(it -> it.endsWith("/postgres"))
                            .isPresent()));
        }

        @Override
        public void close() throws SQLException {
            for (var schema : schemas) execute("DROP SCHEMA " + schema + " CASCADE");
        }
    }
}
