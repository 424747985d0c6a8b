-- When a person should know that a payment is still open, and whether the resolver's look falls into its first minute, so that young
-- doubts need not wait behind old ones.

ALTER TABLE payment ADD COLUMN overdue_at INTEGER;
UPDATE payment SET overdue_at = open_since + 45000000
    WHERE due_at IS NOT NULL AND (state = 'CANCELLING' OR (state = 'VOIDING' AND state_detail LIKE '%"tno"%'));
CREATE INDEX payment_overdue ON payment (overdue_at, state) WHERE overdue_at IS NOT NULL;

DROP INDEX payment_due;
CREATE INDEX payment_due ON payment
    ((CASE WHEN due_at - open_since < 60000000 THEN 1 ELSE 0 END), due_at, state, open_since) WHERE due_at IS NOT NULL;
