/** The four server-to-server operations and the faults that may be injected into them. */
@NullMarked
package gyeolje.sandbox.gate;

import org.jspecify.annotations.NullMarked;
