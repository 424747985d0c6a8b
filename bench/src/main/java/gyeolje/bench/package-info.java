/** The benchmark: what the gateway does on this machine, measured against its own ceilings in the same run. */
@NullMarked
package gyeolje.bench;

import org.jspecify.annotations.NullMarked;
