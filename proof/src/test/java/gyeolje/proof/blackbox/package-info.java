/** The merchants' interface seen from outside, against tables written from the merchant API. */
@NullMarked
package gyeolje.proof.blackbox;

import org.jspecify.annotations.NullMarked;
