/** Where the gateway's CPU goes: samples of its stacks, as tables, as folded lines and as a picture. */
@NullMarked
package gyeolje.bench.profile;

import org.jspecify.annotations.NullMarked;
