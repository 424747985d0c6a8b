/** A load generator: many connections, one thread, requests signed in advance. */
@NullMarked
package gyeolje.bench.load;

import org.jspecify.annotations.NullMarked;
