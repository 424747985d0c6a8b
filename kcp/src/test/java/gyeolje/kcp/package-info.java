@NullMarked
package gyeolje.kcp;

import org.jspecify.annotations.NullMarked;
