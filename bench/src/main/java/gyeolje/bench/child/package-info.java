/** The processes that a run measures, each in a JVM of its own. */
@NullMarked
package gyeolje.bench.child;

import org.jspecify.annotations.NullMarked;
