-- Places of a school or a district that nobody used and that went back to the quota above.
CREATE TABLE recalls (
    id INTEGER PRIMARY KEY,
    quota_id INTEGER NOT NULL REFERENCES quotas (id),
    amount INTEGER NOT NULL CONSTRAINT recall_amount_not_negative CHECK (amount >= 0),
    recalled_by INTEGER REFERENCES accounts (id),
    recalled_at INTEGER NOT NULL,
    undone_at INTEGER
) STRICT;
CREATE INDEX recalls_by_quota ON recalls (quota_id);

-- Single-use invitations to look after one org unit; only a hash of the secret is kept.
CREATE TABLE coordinator_links (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES org_units (id),
    token_hash TEXT NOT NULL CONSTRAINT coordinator_link_token_once UNIQUE,
    created_by INTEGER NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by INTEGER REFERENCES accounts (id),
    used_at INTEGER,
    CONSTRAINT coordinator_link_use_whole CHECK ((used_by IS NULL) = (used_at IS NULL))
) STRICT;

-- The link a school forwards to its pupils; the secret follows from the key and the noise, so it can be shown again.
CREATE TABLE unit_links (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    unit_id INTEGER NOT NULL REFERENCES org_units (id),
    noise TEXT NOT NULL,
    token_hash TEXT NOT NULL CONSTRAINT unit_link_token_once UNIQUE,
    most_uses INTEGER NOT NULL CONSTRAINT unit_link_most_uses_positive CHECK (most_uses > 0),
    uses INTEGER NOT NULL DEFAULT 0,
    created_by INTEGER NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    revoked_at INTEGER,
    CONSTRAINT unit_link_not_overused CHECK (uses >= 0 AND uses <= most_uses)
) STRICT;
CREATE UNIQUE INDEX unit_link_one_good ON unit_links (event_id, unit_id) WHERE revoked_at IS NULL;

-- Pupils a school named before they came; whoever opens the personal link is one of them.
CREATE TABLE nominees (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    unit_id INTEGER NOT NULL REFERENCES org_units (id),
    full_name TEXT NOT NULL,
    search_name TEXT NOT NULL,
    born_on TEXT,
    grade INTEGER,
    noise TEXT NOT NULL,
    token_hash TEXT NOT NULL CONSTRAINT nominee_token_once UNIQUE,
    nominated_by INTEGER NOT NULL REFERENCES accounts (id),
    nominated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    account_id INTEGER REFERENCES accounts (id),
    opened_at INTEGER,
    CONSTRAINT nominee_opening_whole CHECK ((account_id IS NULL) = (opened_at IS NULL))
) STRICT;
CREATE INDEX nominees_by_unit ON nominees (event_id, unit_id);
CREATE INDEX nominees_by_account ON nominees (account_id);

-- Who came to an event by the link of a school.
CREATE TABLE arrivals (
    event_id INTEGER NOT NULL REFERENCES events (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    unit_id INTEGER NOT NULL REFERENCES org_units (id),
    arrived_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, account_id)
) STRICT;
CREATE INDEX arrivals_by_unit ON arrivals (event_id, unit_id);
CREATE INDEX arrivals_by_account ON arrivals (account_id);
