package gyeolje.proof.world;

import gyeolje.gateway.flow.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Runs as the machine's clock does, and says another time. */
public final class Clock implements Time {
    private final Time machine = Time.system();
    private volatile Duration ahead = Duration.ZERO;

    /** Began at noon in Seoul: no test meets the end of a day or a month. */
    static Clock fromNoon() {
        var clock = new Clock();
        var now = ZonedDateTime.ofInstant(clock.machine.instant(), ZoneId.of("Asia/Seoul"));
        clock.ahead = Duration.between(now, now.with(LocalTime.NOON));
        return clock;
    }

    /** What happens while it is slow is old as soon as it is put right. */
    public void fallBehind(Duration much) {
        ahead = much.negated();
    }

    public void putRight() {
        ahead = Duration.ZERO;
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
