/** What is logged, with secrets taken out that somebody put into a line by mistake. */
@NullMarked
package gyeolje.gateway.log;

import org.jspecify.annotations.NullMarked;
