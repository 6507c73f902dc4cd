-- Who pressed «Got it» under an announcement that asks for it.
CREATE TABLE acknowledgements (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    confirmed_at INTEGER NOT NULL,
    PRIMARY KEY (broadcast_id, account_id)
) STRICT;
