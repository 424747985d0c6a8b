package gyeolje.store;

import gyeolje.core.value.MerchantId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All lanes. A merchant's writes share a lane, so that its limits are not fought over within one process. */
final class Writer implements AutoCloseable {
    private final List<Lane> lanes;

    Writer(Database database, StoreSettings settings, BatchListener listener) throws SQLException {
        this.lanes = IntStream.range(0, database.lanes())
                .mapToObj(number ->
                        new Lane("store-writer-" + number, database, settings.queue(), settings.patience(), listener))
                .toList();
        for (var lane : lanes) lane.start();
    }

    <R> R write(Command<R> command) {
        return lane(command.key().merchant()).write(command);
    }

    /** What became of each, in order; they may share a commit. */
    <R> List<R> writeAll(List<? extends Command<R>> commands) {
        var tickets = commands.stream()
                .map(command -> lane(command.key().merchant()).offer(command))
                .toList();
        return tickets.stream().map(Ticket::await).toList();
    }

    private Lane lane(MerchantId merchant) {
        int spread = (merchant.text().hashCode() * 0x9E3779B1) >>> 16;
        return lanes.get(spread % lanes.size());
    }

    Optional<String> trouble() {
        return lanes.stream().flatMap(lane -> lane.trouble().stream()).findFirst();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
