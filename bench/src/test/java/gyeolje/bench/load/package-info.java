@NullMarked
package gyeolje.bench.load;

import org.jspecify.annotations.NullMarked;
