package gyeolje.store;

import gyeolje.core.value.TransactionId;
import gyeolje.core.value.Won;
import java.time.LocalDate;

/** Which payment holds an order number, and what it took of the limits of which day. */
record ClaimRow(TransactionId transaction, LocalDate day, Won amount) {}
