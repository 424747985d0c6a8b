/** The wire towards merchants and operators. */
@NullMarked
package gyeolje.gateway.http;

import org.jspecify.annotations.NullMarked;
