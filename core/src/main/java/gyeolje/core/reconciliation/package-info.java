/** Comparing our record of a day with the acquirer's (대사). */
@NullMarked
package gyeolje.core.reconciliation;

import org.jspecify.annotations.NullMarked;
