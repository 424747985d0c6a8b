-- Moments are microseconds since 1970, amounts are won, details are JSON.
-- Payments and their journal are kept by transaction id, which begins with the time: what is written together lies together, however
-- many merchants there are, and a commit writes few pages. Everything else has merchant_id first.

CREATE TABLE payment (
    arrival        INTEGER NOT NULL PRIMARY KEY, -- given by SQLite, one higher each time
    merchant_id    TEXT    NOT NULL,
    transaction_id TEXT    NOT NULL UNIQUE,
    order_number   TEXT    NOT NULL,
    fingerprint    TEXT    NOT NULL,
    amount         INTEGER NOT NULL,
    state          TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    due_at         INTEGER,
    open_since     INTEGER,
    overdue_at     INTEGER,
    young_until    INTEGER,
    ordered_at     INTEGER NOT NULL,
    updated_at     INTEGER NOT NULL,
    order_detail   TEXT    NOT NULL,
    buyer_sealed   TEXT    NOT NULL,
    state_detail   TEXT    NOT NULL
) STRICT;
-- Whether the resolver's look falls into a doubt's first minute comes first, so that young doubts need not wait behind old ones.
CREATE INDEX payment_due ON payment
    ((CASE WHEN due_at < young_until THEN 1 ELSE 0 END), due_at, state, open_since) WHERE due_at IS NOT NULL;
CREATE INDEX payment_overdue ON payment (overdue_at, state) WHERE overdue_at IS NOT NULL;
CREATE INDEX payment_stuck ON payment (open_since) WHERE state = 'STUCK';

-- By which request a payment is recognised when it comes again. Payments that arrived after listed_to may not be in it yet.

CREATE TABLE request (
    fingerprint    TEXT NOT NULL,
    merchant_id    TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    PRIMARY KEY (fingerprint, merchant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE request_progress (
    one       INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    listed_to INTEGER NOT NULL
) STRICT;
INSERT INTO request_progress (one, listed_to) VALUES (1, 0);

CREATE TABLE journal (
    merchant_id    TEXT    NOT NULL,
    transaction_id TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    event          TEXT    NOT NULL,
    detail         TEXT    NOT NULL,
    PRIMARY KEY (transaction_id, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER journal_is_not_rewritten BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_is_not_erased BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TABLE order_claim (
    merchant_id    TEXT    NOT NULL,
    order_number   TEXT    NOT NULL,
    transaction_id TEXT    NOT NULL,
    day            TEXT    NOT NULL,
    amount         INTEGER NOT NULL,
    PRIMARY KEY (order_number, merchant_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE limit_use (
    merchant_id TEXT    NOT NULL,
    period      TEXT    NOT NULL,
    won         INTEGER NOT NULL,
    PRIMARY KEY (merchant_id, period)
) STRICT, WITHOUT ROWID;

CREATE TABLE merchant (
    merchant_id     TEXT    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    enabled         INTEGER NOT NULL,
    profile         TEXT    NOT NULL,
    minimum         INTEGER NOT NULL,
    maximum         INTEGER NOT NULL,
    day_limit       INTEGER NOT NULL,
    month_limit     INTEGER NOT NULL,
    guarantee_limit INTEGER NOT NULL
) STRICT;

CREATE TABLE merchant_key (
    merchant_id TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    key_sealed  TEXT    NOT NULL,
    dead_at     INTEGER,
    PRIMARY KEY (merchant_id, number)
) STRICT;

CREATE INDEX merchant_key_death ON merchant_key (dead_at) WHERE dead_at IS NOT NULL;

CREATE TABLE merchant_address (
    merchant_id TEXT NOT NULL,
    range       TEXT NOT NULL,
    PRIMARY KEY (merchant_id, range)
) STRICT;

CREATE TABLE merchant_return_host (
    merchant_id TEXT NOT NULL,
    host        TEXT NOT NULL,
    PRIMARY KEY (merchant_id, host)
) STRICT;

CREATE TABLE merchant_journal (
    merchant_id TEXT    NOT NULL,
    number      INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    who         TEXT    NOT NULL,
    change      TEXT    NOT NULL,
    PRIMARY KEY (merchant_id, number)
) STRICT;
CREATE TRIGGER merchant_journal_is_not_rewritten BEFORE UPDATE ON merchant_journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER merchant_journal_is_not_erased BEFORE DELETE ON merchant_journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Counts the changes of all merchants, so that one question tells whether there were any.

CREATE TABLE merchant_edition (
    one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    changes INTEGER NOT NULL
) STRICT;
INSERT INTO merchant_edition (one, changes) VALUES (1, 0);

CREATE TABLE store_key_check (
    one       INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    key_id    INTEGER NOT NULL,
    sealed    TEXT    NOT NULL,
    probed_at INTEGER NOT NULL
) STRICT;

-- What the newest reconciliation of each day found, for those who watch: how much of each kind, and each finding in words.

CREATE TABLE reconciliation (
    site      TEXT   NOT NULL,
    day       TEXT   NOT NULL,
    kind      TEXT   NOT NULL,
    found     INTEGER NOT NULL,
    remaining INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (site, day, kind)
) STRICT;
CREATE INDEX reconciliation_remaining ON reconciliation (remaining, kind) WHERE remaining > 0;

CREATE TABLE reconciliation_finding (
    site           TEXT   NOT NULL,
    day            TEXT   NOT NULL,
    number         INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    kind           TEXT   NOT NULL,
    transaction_id TEXT   NOT NULL,
    tno            TEXT   NOT NULL,
    fate           TEXT   NOT NULL,
    detail         TEXT   NOT NULL,
    PRIMARY KEY (site, day, number)
) STRICT;
CREATE INDEX reconciliation_finding_of ON reconciliation_finding (transaction_id);
