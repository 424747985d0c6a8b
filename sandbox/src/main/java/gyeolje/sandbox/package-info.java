/** A local KCP and KakaoPay to develop and test against: the listener, the command line and the embedding API. */
@NullMarked
package gyeolje.sandbox;

import org.jspecify.annotations.NullMarked;
