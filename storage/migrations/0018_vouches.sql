-- What one organizer may only do after another one has agreed, and files that do not stay in a chat.

-- What was asked for, by whom, and what came of it. `what` names the deed exactly; it holds ids and codes only.
CREATE TABLE vouches (
    id INTEGER PRIMARY KEY,
    deed TEXT NOT NULL CONSTRAINT vouch_deed_known CHECK (deed IN ('export', 'role', 'send')),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    event_id INTEGER REFERENCES events (id),
    what TEXT NOT NULL,
    amount INTEGER NOT NULL,
    asked_by INTEGER NOT NULL REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CONSTRAINT vouch_state_known CHECK (
        state IN ('open', 'confirmed', 'used', 'withdrawn', 'declined', 'expired')),
    settled_by INTEGER REFERENCES accounts (id),
    settled_at INTEGER,
    used_at INTEGER
) STRICT;
CREATE INDEX vouches_live ON vouches (expires_at) WHERE state IN ('open', 'confirmed');
CREATE INDEX vouches_by_asker ON vouches (asked_by, deed) WHERE state IN ('open', 'confirmed');

-- Messages with a file that the bot takes back out of the chat when its time is over.
CREATE TABLE fading_messages (
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    message_id INTEGER NOT NULL,
    fades_at INTEGER NOT NULL,
    PRIMARY KEY (account_id, message_id)
) STRICT;
CREATE INDEX fading_messages_due ON fading_messages (fades_at);
