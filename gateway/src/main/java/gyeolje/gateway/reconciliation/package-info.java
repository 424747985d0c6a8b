/** The acquirer's trade list, read, held against the store and reported. */
@NullMarked
package gyeolje.gateway.reconciliation;

import org.jspecify.annotations.NullMarked;
