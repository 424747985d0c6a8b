/** What holds for all of the core. */
@NullMarked
package gyeolje.core;

import org.jspecify.annotations.NullMarked;
