@NullMarked
package gyeolje.fuzz;

import org.jspecify.annotations.NullMarked;
