-- Polls: an announcement whose readers choose among options.

-- `options` are the texts of each language in one order; nothing of a poll but its end changes once it is sent.
CREATE TABLE polls (
    broadcast_id INTEGER PRIMARY KEY REFERENCES broadcasts (id),
    options TEXT NOT NULL DEFAULT '{}',
    has_many INTEGER NOT NULL DEFAULT 0 CONSTRAINT poll_has_many_known CHECK (has_many IN (0, 1)),
    is_named INTEGER NOT NULL DEFAULT 0 CONSTRAINT poll_is_named_known CHECK (is_named IN (0, 1)),
    closes_at INTEGER,
    zone TEXT NOT NULL DEFAULT 'UTC',
    closed_at INTEGER,
    published_at INTEGER,
    changes INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT poll_of_a_kind UNIQUE (broadcast_id, has_many)
) STRICT;
CREATE INDEX polls_to_close ON polls (closes_at) WHERE closed_at IS NULL;

-- One vote of one account: option n is the bit 2^n of `chosen`.
CREATE TABLE poll_votes (
    broadcast_id INTEGER NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    has_many INTEGER NOT NULL,
    chosen INTEGER NOT NULL CONSTRAINT vote_chooses_something CHECK (chosen BETWEEN 1 AND 1023),
    voted_at INTEGER NOT NULL,
    PRIMARY KEY (broadcast_id, account_id),
    CONSTRAINT vote_is_of_its_poll FOREIGN KEY (broadcast_id, has_many) REFERENCES polls (broadcast_id, has_many),
    CONSTRAINT vote_chooses_one CHECK (has_many = 1 OR chosen IN (1, 2, 4, 8, 16, 32, 64, 128, 256, 512))
) STRICT;
CREATE INDEX poll_votes_by_account ON poll_votes (account_id);
