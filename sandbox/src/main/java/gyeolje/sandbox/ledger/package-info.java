/** What the look-alike knows: registrations, authentications used up, approvals and their cancels. */
@NullMarked
package gyeolje.sandbox.ledger;

import org.jspecify.annotations.NullMarked;
