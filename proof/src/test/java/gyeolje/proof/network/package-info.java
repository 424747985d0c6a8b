/** Whatever the network between the gateway and the acquirer does, the merchant hears the truth and money moves at most once. */
@NullMarked
package gyeolje.proof.network;

import org.jspecify.annotations.NullMarked;
