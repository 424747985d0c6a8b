package gyeolje.simulation;

import java.util.ArrayList;
import java.util.List;

/** Something that can be killed, stopped for a while, or told the wrong time. */
final class Host {
    final String name;
    private final List<Reply<?>> awaited = new ArrayList<>();
    private boolean alive = true;
    private long stoppedUntil;
    private long clockError;

    Host(String name) {
        this.name = name;
    }

    boolean isAlive() {
        return alive;
    }

    long stoppedUntil() {
        return stoppedUntil;
    }

    void stopUntil(long micros) {
        stoppedUntil = Math.max(stoppedUntil, micros);
    }

    void wakeUp() {
        stoppedUntil = 0;
    }

    /** How far its wall clock is off, in microseconds. */
    long clockError() {
        return clockError;
    }

    void setClockError(long micros) {
        clockError = micros;
    }

    void awaits(Reply<?> reply) {
        awaited.add(reply);
    }

    void hasHeard(Reply<?> reply) {
        awaited.remove(reply);
    }

    /** Its threads unwind as soon as the baton comes to them. */
    void kill() {
        alive = false;
        for (var reply : List.copyOf(awaited)) reply.die();
    }
}
