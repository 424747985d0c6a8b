package gyeolje.proof.world;

import gyeolje.gateway.flow.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A clock that runs as the machine's does and began at noon in Seoul: no test meets the end of a day or a month. */
final class Noon implements Time {
    private final Time machine = Time.system();
    private final Duration ahead;

    Noon() {
        var now = ZonedDateTime.ofInstant(machine.instant(), ZoneId.of("Asia/Seoul"));
        this.ahead = Duration.between(now, now.with(LocalTime.NOON));
    }

    @Override
    public Instant instant() {
        return machine.instant().plus(ahead);
    }

    @Override
    public long nanos() {
        return machine.nanos();
    }

    @Override
    public void sleep(Duration duration) {
        machine.sleep(duration);
    }
}
