/** The composition root. */
@NullMarked
package gyeolje.gateway;

import org.jspecify.annotations.NullMarked;
