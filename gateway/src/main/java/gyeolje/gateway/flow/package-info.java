/** What happens to an order, a payment and a cancel; one file for each. */
@NullMarked
package gyeolje.gateway.flow;

import org.jspecify.annotations.NullMarked;
