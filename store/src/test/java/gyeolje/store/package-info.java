/** What the durable memory promises. */
@NullMarked
package gyeolje.store;

import org.jspecify.annotations.NullMarked;
