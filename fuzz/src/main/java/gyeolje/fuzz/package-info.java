/** Coverage-guided fuzzing of everything that reads what others wrote, and the inputs that it found worth keeping. */
@NullMarked
package gyeolje.fuzz;

import org.jspecify.annotations.NullMarked;
