-- Guardians: how many children one may have, links that were guessed, and children who take their registration over.

CREATE TABLE guardian_allowances (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
    most INTEGER NOT NULL CONSTRAINT guardian_allowance_positive CHECK (most > 0),
    allowed_by INTEGER NOT NULL REFERENCES accounts (id),
    allowed_at INTEGER NOT NULL
) STRICT;

-- Links that led nowhere, counted for each account that tried them.
CREATE TABLE link_misses (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
    misses INTEGER NOT NULL CONSTRAINT link_misses_positive CHECK (misses > 0),
    missed_at INTEGER NOT NULL,
    paused_until INTEGER NOT NULL
) STRICT;

-- A child's own account asks to take its participant over; a guardian or whoever acts says whether it is the child.
CREATE TABLE takeovers (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    link_id INTEGER NOT NULL CONSTRAINT takeover_link_once UNIQUE,
    asked_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by INTEGER REFERENCES accounts (id),
    is_confirmed INTEGER CONSTRAINT takeover_confirmed_or_not CHECK (is_confirmed IN (0, 1)),
    CONSTRAINT takeover_decision_whole CHECK (
        (decided_at IS NULL) = (is_confirmed IS NULL) AND (decided_at IS NULL) = (decided_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX takeover_open_once ON takeovers (participant_id, account_id) WHERE decided_at IS NULL;
