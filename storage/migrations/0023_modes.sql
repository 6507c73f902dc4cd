-- What reaches each person at once; who has no row here wants everything.
CREATE TABLE attentions (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
    attention TEXT NOT NULL CONSTRAINT attention_known CHECK (attention IN ('everything', 'evening', 'urgent')),
    hour INTEGER NOT NULL DEFAULT 19 CONSTRAINT attention_in_the_evening CHECK (hour BETWEEN 18 AND 21),
    changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_waiting ON outbox (account_id, not_before) WHERE state IN ('held', 'kept');
CREATE INDEX outbox_by_digest ON outbox (digest_id) WHERE digest_id IS NOT NULL;

-- What families say of a whole event when it is over: one opinion an account, in their words if they like.
CREATE TABLE opinions (
    event_id INTEGER NOT NULL REFERENCES events (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    stars INTEGER NOT NULL CONSTRAINT opinion_of_one_to_five CHECK (stars BETWEEN 1 AND 5),
    again TEXT CONSTRAINT opinion_again_known CHECK (again IN ('yes', 'maybe', 'no')),
    words TEXT,
    said_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, account_id)
) STRICT;
