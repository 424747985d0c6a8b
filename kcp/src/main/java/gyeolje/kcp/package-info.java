/** NHN KCP's REST wire behind the acquirer port: what is sent, how an answer is read, and what silence means. */
@NullMarked
package gyeolje.kcp;

import org.jspecify.annotations.NullMarked;
