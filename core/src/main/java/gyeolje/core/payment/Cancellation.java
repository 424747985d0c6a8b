package gyeolje.core.payment;

import gyeolje.core.value.Sha256;
import java.time.Instant;

/**
 * The merchant gives the money back (취소).
 *
 * @param request the hash that an identical request repeats
 */
public record Cancellation(Sha256 request, String reason, Instant requestedAt) {}
