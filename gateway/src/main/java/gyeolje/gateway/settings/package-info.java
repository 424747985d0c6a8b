/** The configuration file and its environment overrides. */
@NullMarked
package gyeolje.gateway.settings;

import org.jspecify.annotations.NullMarked;
