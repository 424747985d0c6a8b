/** Money is conserved, whatever fails and however many ask at once. */
@NullMarked
package gyeolje.proof.money;

import org.jspecify.annotations.NullMarked;
