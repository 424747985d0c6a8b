/** From named texts to a request, or to the one response code that says why not. */
@NullMarked
package gyeolje.core.request;

import org.jspecify.annotations.NullMarked;
