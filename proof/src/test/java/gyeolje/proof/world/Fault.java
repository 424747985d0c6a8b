package gyeolje.proof.world;

/**
 * What a line does to the bytes that pass it.
 *
 * @param way in which it does so
 * @param size bytes of a slice or that still pass, milliseconds of a pause
 * @param trigger it begins with the first bytes from the caller that contain this text
 */
public record Fault(Way way, Kind kind, int size, String trigger) {
    public enum Way {
        /** From the caller: requests. */
        UP,
        /** To the caller: answers. */
        DOWN
    }

    public enum Kind {
        /** Both ends lose the connection (RST), and these bytes with it. */
        RESET,
        /** Both ends believe that the connection lives; nothing passes any more. */
        BLACKHOLE,
        /** Bytes pass in slices of {@code size}. */
        SLICE,
        /** Bytes pass one by one, {@code size} milliseconds apart. */
        DRIP,
        /** Bytes pass {@code size} milliseconds late. */
        LATENCY,
        /** So many bytes pass, then both ends see the end of the stream (FIN). */
        LIMIT,
        /** The receiver sees the end of the stream; the other way stays open. Requests pass before that, answers do not. */
        HALF_CLOSE,
        /** Nothing passes until the line is healed, then all of it. */
        HOLD,
        /** Nobody is there: connections are lost, new ones refused. */
        REFUSE
    }

    public static Fault of(Way way, Kind kind, int size) {
        return new Fault(way, kind, size, "");
    }

    public static Fault hold(Way way) {
        return of(way, Kind.HOLD, 0);
    }

    public Fault after(String text) {
        return new Fault(way, kind, size, text);
    }

    @Override
    public String toString() {
        return kind + " " + way + (size == 0 ? "" : " " + size);
    }
}
