/** A whole payment world for a test: a merchant's server, a gateway, an acquirer and a store, all real. */
@NullMarked
package gyeolje.proof.world;

import org.jspecify.annotations.NullMarked;
