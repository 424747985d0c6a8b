/** What was answered survives the process that answered it. */
@NullMarked
package gyeolje.proof.crash;

import org.jspecify.annotations.NullMarked;
