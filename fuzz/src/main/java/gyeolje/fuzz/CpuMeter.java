package gyeolje.fuzz;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Watches what a fuzzer uses of a processor and asks it to end when that is enough: between two inputs, so that a finding still comes out
 * and what was learned is kept. One that does not end, or never begins, is killed.
 */
final class CpuMeter {
    private static final long LOOK_EVERY_MILLIS = 50;
    /** More than the fuzzer allows to one input. */
    private static final Duration ENDING = Duration.ofMinutes(12);

    private final Process process;
    private final Allowance allowance;
    private final Thread watch;
    private volatile Duration last = Duration.ZERO;
    private volatile Duration start = Duration.ZERO;
    private volatile boolean underWay;

    CpuMeter(Process process, Allowance allowance) {
        this.process = process;
        this.allowance = allowance;
        this.watch = Thread.ofVirtual().start(this::watch);
    }

    /** From here on it counts, and the fuzzer listens to signals. */
    void begin() {
        if (underWay) return;
        look();
        start = last;
        underWay = true;
    }

    void stop() throws InterruptedException {
        watch.interrupt();
        watch.join();
    }

    Duration used() {
        return underWay ? last.minus(start) : Duration.ZERO;
    }

    boolean isUsedUp() {
        return used().compareTo(allowance.cpu()) >= 0;
    }

    private void look() {
        process.info().totalCpuDuration().ifPresent(cpu -> last = cpu);
    }

    private void watch() {
        long began = System.nanoTime();
        try {
            while (!isUsedUp() && System.nanoTime() - began < allowance.atMost().toNanos()) {
                if (process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) return;
                look();
            }
            if (underWay) askToEnd();
            if (!process.waitFor(ENDING.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            process.destroyForcibly();
        }
    }

    /** The one signal that the fuzzer heeds between inputs: SIGTERM makes a finding of the input that it interrupts. */
    private void askToEnd() throws IOException {
        new ProcessBuilder("bash", "-c", "kill -USR1 " + process.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
