/** What a payment is, what may become of it, and the ports it needs. */
@NullMarked
package gyeolje.core.payment;

import org.jspecify.annotations.NullMarked;
