/** What crosses the wire: JSON, windows-949 forms, certificates, tokens and KCP's result codes. */
@NullMarked
package gyeolje.sandbox.wire;

import org.jspecify.annotations.NullMarked;
