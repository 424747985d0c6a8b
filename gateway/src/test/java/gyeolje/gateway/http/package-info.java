@NullMarked
package gyeolje.gateway.http;

import org.jspecify.annotations.NullMarked;
