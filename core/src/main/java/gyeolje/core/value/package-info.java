/** Values that refuse to exist when malformed. */
@NullMarked
package gyeolje.core.value;

import org.jspecify.annotations.NullMarked;
