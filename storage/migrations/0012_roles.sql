-- What the people of a programme see in Telegram's menu of commands, and what needs a second person.

-- One row for each chat whose commands are not everybody's.
CREATE TABLE staff_menus (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
    commands TEXT NOT NULL,
    language TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;

-- A dangerous thing that one person asks for and another one confirms; ids and numbers only.
CREATE TABLE requests (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CONSTRAINT request_kind_known CHECK (kind IN ('export', 'role', 'broadcast')),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    event_id INTEGER REFERENCES events (id),
    subject_id INTEGER NOT NULL,
    people INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open'
        CONSTRAINT request_state_known CHECK (state IN ('open', 'confirmed', 'refused', 'withdrawn', 'expired', 'used')),
    asked_by INTEGER NOT NULL REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    settled_by INTEGER REFERENCES accounts (id),
    settled_at INTEGER,
    CONSTRAINT request_settled_whole CHECK ((state IN ('open', 'expired')) = (settled_by IS NULL))
) STRICT;
CREATE UNIQUE INDEX request_open_once ON requests (kind, subject_id, asked_by) WHERE state IN ('open', 'confirmed');
CREATE INDEX requests_open ON requests (expires_at) WHERE state IN ('open', 'confirmed');

-- What one person did and saw.
CREATE INDEX audit_by_account ON audit (account_id, id);
