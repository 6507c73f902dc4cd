-- Changes of answers after submission: open while the family chooses, then what was and what it became.
CREATE TABLE amendments (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    question TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CONSTRAINT amendment_state_known CHECK (state IN (
        'open', 'saved', 'settled', 'put_back')),
    was TEXT,
    becomes TEXT,
    matters INTEGER NOT NULL DEFAULT 0 CONSTRAINT amendment_matters_or_not CHECK (matters IN (0, 1)),
    status_before TEXT,
    begun_at INTEGER NOT NULL,
    saved_at INTEGER,
    settled_at INTEGER,
    CONSTRAINT amendment_saved_whole CHECK ((state = 'open') = (saved_at IS NULL)),
    CONSTRAINT amendment_saved_with_its_status CHECK ((saved_at IS NULL) = (status_before IS NULL)),
    CONSTRAINT amendment_settled_whole CHECK ((state IN ('settled', 'put_back')) = (settled_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX amendment_open_once ON amendments (registration_id, account_id, question) WHERE state = 'open';
CREATE INDEX amendments_by_registration ON amendments (registration_id, id);

-- What a guardian says to changes that wait for an organizer.
CREATE TABLE amendment_replies (
    amendment_id INTEGER NOT NULL REFERENCES amendments (id) ON DELETE CASCADE,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    reply TEXT NOT NULL CONSTRAINT amendment_reply_known CHECK (reply IN ('fine', 'objects')),
    replied_at INTEGER NOT NULL,
    PRIMARY KEY (amendment_id, account_id)
) STRICT;

-- Files that people sent as answers: what lies in the folder, whose it is and how large. What opens a file lies in the
-- answer that names it, so a file without its answer can be read by nobody.
CREATE TABLE uploads (
    name TEXT PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    draft_id INTEGER NOT NULL,
    question TEXT NOT NULL,
    size INTEGER NOT NULL CONSTRAINT upload_has_a_size CHECK (size > 0),
    kept_at INTEGER NOT NULL
) STRICT;
CREATE INDEX uploads_by_account ON uploads (account_id);
CREATE INDEX uploads_by_time ON uploads (kept_at);
