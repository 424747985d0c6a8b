@NullMarked
package gyeolje.bench;

import org.jspecify.annotations.NullMarked;
