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
