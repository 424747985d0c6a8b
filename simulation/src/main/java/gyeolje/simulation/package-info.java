/**
 * The production flows in a small world whose clock, threads, network, store and acquirer are played from one seed. Its judges know
 * nothing of the gateway's own logic: money is what the acquirer's ledger says.
 */
@NullMarked
package gyeolje.simulation;

import org.jspecify.annotations.NullMarked;
