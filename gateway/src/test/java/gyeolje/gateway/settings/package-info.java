@NullMarked
package gyeolje.gateway.settings;

import org.jspecify.annotations.NullMarked;
