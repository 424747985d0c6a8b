@NullMarked
package gyeolje.gateway.cli;

import org.jspecify.annotations.NullMarked;
