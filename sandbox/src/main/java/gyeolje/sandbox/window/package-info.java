/** The payment windows a buyer sees, on a phone and laid over a merchant's page. */
@NullMarked
package gyeolje.sandbox.window;

import org.jspecify.annotations.NullMarked;
