/** People who buy something, in a real browser, through shop, payment window, gateway and acquirer. */
@NullMarked
package gyeolje.proof.browser;

import org.jspecify.annotations.NullMarked;
