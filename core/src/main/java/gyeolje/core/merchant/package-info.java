/** Who sells, and on what terms. */
@NullMarked
package gyeolje.core.merchant;

import org.jspecify.annotations.NullMarked;
