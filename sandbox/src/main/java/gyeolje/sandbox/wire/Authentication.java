package gyeolje.sandbox.wire;

import java.time.Instant;

/**
 * What the buyer agreed to in the window: it moves no money and is worth one approval.
 *
 * @param id one of its own, by which its use is remembered
 * @param cardCode the card chosen; means nothing when the method is money
 * @param quota instalments, {@code 00} for a lump sum
 * @param outcome the result an approval is to have: {@code 0000}, or the code it will be declined with
 */
public record Authentication(
        String id,
        String siteCode,
        String order,
        long amount,
        Method method,
        String cardCode,
        String quota,
        String outcome,
        Instant at) {}
