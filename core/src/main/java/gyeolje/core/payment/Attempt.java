package gyeolje.core.payment;

import gyeolje.core.value.Sha256;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One request to pay, from the moment its intent is durable.
 *
 * @param authentication the hash that an identical request repeats
 * @param day the day in Seoul whose limits hold the amount
 * @param claim drawn by whoever made the attempt, who knows its own record by it where nobody could say that it was written
 */
public record Attempt(Sha256 authentication, LocalDate day, Instant startedAt, long claim) {}
