@NullMarked
package gyeolje.shop;

import org.jspecify.annotations.NullMarked;
