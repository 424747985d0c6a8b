/** Fills a store with payments that are long over: as the gateway would have left them, many times as fast. */
@NullMarked
package gyeolje.bench.stock;

import org.jspecify.annotations.NullMarked;
