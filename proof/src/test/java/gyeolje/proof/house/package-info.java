/** The rules of the house: what holds for all of the sources, whoever wrote them. */
@NullMarked
package gyeolje.proof.house;

import org.jspecify.annotations.NullMarked;
