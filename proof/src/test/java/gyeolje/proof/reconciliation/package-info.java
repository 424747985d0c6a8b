/** Gateway and acquirer disagree, and a trade list ends it. */
@NullMarked
package gyeolje.proof.reconciliation;

import org.jspecify.annotations.NullMarked;
