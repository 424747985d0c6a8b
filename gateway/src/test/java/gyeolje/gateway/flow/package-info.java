@NullMarked
package gyeolje.gateway.flow;

import org.jspecify.annotations.NullMarked;
