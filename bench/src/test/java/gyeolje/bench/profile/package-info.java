@NullMarked
package gyeolje.bench.profile;

import org.jspecify.annotations.NullMarked;
