-- What the newest reconciliation of each day found, for those who watch: how much of each kind, and each finding in words.

CREATE TABLE reconciliation (
    site      TEXT   NOT NULL,
    day       TEXT   NOT NULL,
    kind      TEXT   NOT NULL,
    found     INTEGER NOT NULL,
    remaining INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    PRIMARY KEY (site, day, kind)
);
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
);
CREATE INDEX reconciliation_finding_of ON reconciliation_finding (transaction_id);
