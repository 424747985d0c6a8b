/** What was answered is on the disk, and a disk that fails makes the gateway refuse, not guess. */
@NullMarked
package gyeolje.proof.durability;

import org.jspecify.annotations.NullMarked;
