package gyeolje.shop;

import java.time.Duration;

/** How long the shop waits for the gateway, how often it asks, and how soon it asks again about a lost answer. */
record Patience(Duration connect, Duration answer, int retries, Duration firstPause) {
    /** The answer's limit is above what the gateway itself may wait for the acquirer. */
    static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(18), 1, Duration.ofSeconds(1));
}
