package gyeolje.simulation;

import gyeolje.gateway.flow.Patience;
import java.time.Duration;

/**
 * What kind of world a seed makes: how patient its gateway is and what goes wrong there how often. Every world has its own mixture,
 * and in each about half of the faults never happen, so that the others come undisturbed.
 *
 * @param latest how long after its request an approval may still take effect, in microseconds; always within the guard time
 * @param deafToCancels whether the acquirer never hears a cancel, even when everything else works
 * @param clockJump how far a clock may be off, in microseconds
 */
record Setting(
        Patience patience,
        boolean answersByOrder,
        int orders,
        boolean limited,
        long latest,
        boolean deafToCancels,
        long clockJump,
        StoreFaults store,
        AcquirerFaults acquirer,
        HostFaults host,
        Habits habits) {
    static final long SECOND = 1_000_000;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;

    /** Of one call to the store. Unknown commits are of both kinds. */
    record StoreFaults(double refused, double appliedUnknown, double lostUnknown, double outage, double slow) {}

    /** Of one call to the acquirer, or of one answer of it. */
    record AcquirerFaults(
            double notSent,
            double requestLost,
            double answerLost,
            double late,
            double decline,
            double serverFault,
            double garbage,
            double wrongAmount,
            double noHandle,
            double sentTwice,
            double cancelRefused,
            double unknownTrade,
            double inquirySilent,
            double inquiryLag,
            double outage) {}

    /** Met at any call that a host makes. */
    record HostFaults(double crash, double stop, double clockJump) {}

    /** What merchants and shoppers do beyond the straight way. */
    record Habits(double doubleClick, double otherAttempt, double otherBody, double cancel, double stranger) {}

    static Setting of(Chance chance) {
        long guard = chance.odds(0.1) ? chance.between(HOUR, 3 * HOUR) : chance.between(5 * MINUTE, 30 * MINUTE);
        var patience = new Patience(
                micros(chance.between(2 * SECOND, 15 * SECOND)),
                micros(chance.between(SECOND / 2, 3 * SECOND)),
                micros(guard));
        return new Setting(
                patience,
                chance.odds(0.75),
                (int) chance.between(1, 4),
                chance.odds(0.25),
                (long) (guard * 0.9),
                chance.odds(0.03),
                chance.odds(0.5) ? chance.between(SECOND, HOUR) : SECOND,
                new StoreFaults(
                        rate(chance, 0.1),
                        rate(chance, 0.15),
                        rate(chance, 0.15),
                        rate(chance, 0.02),
                        rate(chance, 0.05)),
                acquirerFaults(chance),
                new HostFaults(rate(chance, 0.02), rate(chance, 0.02), rate(chance, 0.02)),
                new Habits(
                        rate(chance, 0.7),
                        rate(chance, 0.7),
                        rate(chance, 0.3),
                        chance.odds(0.7) ? 0.8 : 0,
                        rate(chance, 0.3)));
    }

    private static AcquirerFaults acquirerFaults(Chance chance) {
        return new AcquirerFaults(
                rate(chance, 0.2),
                rate(chance, 0.2),
                rate(chance, 0.3),
                rate(chance, 0.4),
                rate(chance, 0.3),
                rate(chance, 0.2),
                rate(chance, 0.2),
                rate(chance, 0.2),
                rate(chance, 0.2),
                rate(chance, 0.1),
                rate(chance, 0.4),
                rate(chance, 0.3),
                rate(chance, 0.4),
                rate(chance, 0.3),
                rate(chance, 0.02));
    }

    private static double rate(Chance chance, double most) {
        return chance.odds(0.5) ? 0 : most * chance.between(1, 1000) / 1000;
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(micros * 1000);
    }
}
