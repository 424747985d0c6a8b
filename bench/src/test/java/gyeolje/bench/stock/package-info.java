@NullMarked
package gyeolje.bench.stock;

import org.jspecify.annotations.NullMarked;
