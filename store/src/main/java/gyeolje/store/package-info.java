/** The durable memory: group commit over SQLite or PostgreSQL, with one decision code for both. */
@NullMarked
package gyeolje.store;

import org.jspecify.annotations.NullMarked;
