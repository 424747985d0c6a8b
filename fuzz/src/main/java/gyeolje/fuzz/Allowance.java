package gyeolje.fuzz;

import java.time.Duration;

/**
 * What a fuzzer may use.
 *
 * @param cpu of a processor, once it is under way
 * @param atMost by the clock, for a machine that has much else to do takes many times as long, and minutes to begin and to end
 */
record Allowance(Duration cpu, Duration atMost) {
    private static final int TIMES = 20;
    private static final Duration STARTING = Duration.ofMinutes(15);

    static Allowance of(Duration cpu) {
        return new Allowance(cpu, cpu.multipliedBy(TIMES).plus(STARTING));
    }
}
