-- What lets a participant in, and the record of what was erased.

-- Only the hash of a ticket's secret is kept; one ticket of a registration is good at a time.
CREATE TABLE tickets (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    code TEXT NOT NULL CONSTRAINT ticket_code_once UNIQUE,
    token_hash TEXT NOT NULL CONSTRAINT ticket_token_once UNIQUE,
    issued_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX ticket_good_once ON tickets (registration_id) WHERE revoked_at IS NULL;

-- Whose data were erased (ids that lead to nobody any more), when, and how much; `proof` is the hash of all that.
CREATE TABLE erasures (
    id INTEGER PRIMARY KEY,
    asked_by INTEGER NOT NULL REFERENCES accounts (id),
    account_id INTEGER REFERENCES accounts (id),
    participant_id INTEGER REFERENCES participants (id),
    counts TEXT NOT NULL,
    proof TEXT NOT NULL CONSTRAINT erasure_proof_once UNIQUE,
    erased_at INTEGER NOT NULL,
    CONSTRAINT erasure_has_its_subject CHECK (account_id IS NOT NULL OR participant_id IS NOT NULL)
) STRICT;
