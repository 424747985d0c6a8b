/** What the simulation finds, and that it would find more if there were more. */
@NullMarked
package gyeolje.simulation;

import org.jspecify.annotations.NullMarked;
