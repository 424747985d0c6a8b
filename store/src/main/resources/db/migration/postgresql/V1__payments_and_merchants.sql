-- Moments are microseconds since 1970, amounts are won, details are JSON.
-- Payments, their journal and their requests are kept by what begins with the time: what is written together lies together, however
-- many merchants there are, and a batch touches few pages. Everything else has merchant_id first.

CREATE TABLE payment (
    merchant_id    TEXT COLLATE "C" NOT NULL,
    transaction_id TEXT COLLATE "C" NOT NULL,
    order_number   TEXT COLLATE "C" NOT NULL,
    fingerprint    TEXT COLLATE "C" NOT NULL,
    amount         BIGINT  NOT NULL,
    state          TEXT    NOT NULL,
    version        BIGINT  NOT NULL,
    due_at         BIGINT,
    open_since     BIGINT,
    overdue_at     BIGINT,
    young_until    BIGINT,
    ordered_at     BIGINT  NOT NULL,
    updated_at     BIGINT  NOT NULL,
    order_detail   TEXT    NOT NULL,
    buyer_sealed   TEXT    NOT NULL,
    state_detail   TEXT    NOT NULL,
    PRIMARY KEY (transaction_id)
);
CREATE UNIQUE INDEX payment_request ON payment (fingerprint, merchant_id);
-- Whether the resolver's look falls into a doubt's first minute comes first, so that young doubts need not wait behind old ones.
CREATE INDEX payment_due ON payment
    ((CASE WHEN due_at < young_until THEN 1 ELSE 0 END), due_at, state, open_since) WHERE due_at IS NOT NULL;
CREATE INDEX payment_overdue ON payment (overdue_at, state) WHERE overdue_at IS NOT NULL;
CREATE INDEX payment_stuck ON payment (open_since) WHERE state = 'STUCK';

CREATE TABLE journal (
    merchant_id    TEXT COLLATE "C" NOT NULL,
    transaction_id TEXT COLLATE "C" NOT NULL,
    version        BIGINT  NOT NULL,
    at             BIGINT  NOT NULL,
    event          TEXT    NOT NULL,
    detail         TEXT    NOT NULL,
    PRIMARY KEY (transaction_id, version)
);

CREATE TABLE order_claim (
    merchant_id    TEXT COLLATE "C" NOT NULL,
    order_number   TEXT COLLATE "C" NOT NULL,
    transaction_id TEXT COLLATE "C" NOT NULL,
    day            TEXT    NOT NULL,
    amount         BIGINT  NOT NULL,
    PRIMARY KEY (order_number, merchant_id)
);

CREATE TABLE limit_use (
    merchant_id TEXT COLLATE "C" NOT NULL,
    period      TEXT COLLATE "C" NOT NULL,
    won         BIGINT  NOT NULL,
    PRIMARY KEY (merchant_id, period)
);

CREATE TABLE merchant (
    merchant_id     TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    enabled         BOOLEAN NOT NULL,
    profile         TEXT    NOT NULL,
    minimum         BIGINT  NOT NULL,
    maximum         BIGINT  NOT NULL,
    day_limit       BIGINT  NOT NULL,
    month_limit     BIGINT  NOT NULL,
    guarantee_limit BIGINT  NOT NULL
);

CREATE TABLE merchant_key (
    merchant_id TEXT COLLATE "C" NOT NULL,
    number      BIGINT  NOT NULL,
    key_sealed  TEXT    NOT NULL,
    dead_at     BIGINT,
    PRIMARY KEY (merchant_id, number)
);

CREATE INDEX merchant_key_death ON merchant_key (dead_at) WHERE dead_at IS NOT NULL;

CREATE TABLE merchant_address (
    merchant_id TEXT COLLATE "C" NOT NULL,
    range       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (merchant_id, range)
);

CREATE TABLE merchant_return_host (
    merchant_id TEXT COLLATE "C" NOT NULL,
    host        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (merchant_id, host)
);

CREATE TABLE merchant_journal (
    merchant_id TEXT COLLATE "C" NOT NULL,
    number      BIGINT  NOT NULL,
    at          BIGINT  NOT NULL,
    who         TEXT    NOT NULL,
    change      TEXT    NOT NULL,
    PRIMARY KEY (merchant_id, number)
);

-- Counts the changes of all merchants, so that one question tells whether there were any.

CREATE TABLE merchant_edition (
    one     BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    changes BIGINT NOT NULL
);
INSERT INTO merchant_edition (one, changes) VALUES (1, 0);

CREATE TABLE store_key_check (
    one       BIGINT NOT NULL PRIMARY KEY CHECK (one = 1),
    key_id    BIGINT NOT NULL,
    sealed    TEXT NOT NULL,
    probed_at BIGINT NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the journal is append-only'; END $$;
CREATE TRIGGER journal_stands BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_is_not_emptied BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER merchant_journal_stands BEFORE UPDATE OR DELETE ON merchant_journal
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER merchant_journal_is_not_emptied BEFORE TRUNCATE ON merchant_journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What the newest reconciliation of each day found, for those who watch: how much of each kind, and each finding in words.

CREATE TABLE reconciliation (
    site      TEXT   NOT NULL,
    day       TEXT   NOT NULL,
    kind      TEXT   NOT NULL,
    found     BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    PRIMARY KEY (site, day, kind)
);
CREATE INDEX reconciliation_remaining ON reconciliation (remaining, kind) WHERE remaining > 0;

CREATE TABLE reconciliation_finding (
    site           TEXT   NOT NULL,
    day            TEXT   NOT NULL,
    number         BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    kind           TEXT   NOT NULL,
    transaction_id TEXT   NOT NULL,
    tno            TEXT   NOT NULL,
    fate           TEXT   NOT NULL,
    detail         TEXT   NOT NULL,
    PRIMARY KEY (site, day, number)
);
CREATE INDEX reconciliation_finding_of ON reconciliation_finding (transaction_id);
