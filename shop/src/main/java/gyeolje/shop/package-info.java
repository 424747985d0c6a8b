/** A small online shop that sells through the merchants' SDK: the example to copy from, and the demo. */
@NullMarked
package gyeolje.shop;

import org.jspecify.annotations.NullMarked;
