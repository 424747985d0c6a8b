/** Gateway, sandbox and shop in one process, to try a payment in a browser. */
@NullMarked
package gyeolje.demo;

import org.jspecify.annotations.NullMarked;
