/** The developer's own calls: authenticate without a browser, inject faults, read the ledger. */
@NullMarked
package gyeolje.sandbox.control;

import org.jspecify.annotations.NullMarked;
