-- Every change of a session, made in the chat or (`changed_by` is NULL) by a programme file, until those it concerns have been told, and afterwards as its history.
-- `was` is NULL for a session that was added; both are what of a session can be changed, as JSON.
CREATE TABLE session_changes (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    changed_by INTEGER REFERENCES accounts (id),
    changed_at INTEGER NOT NULL,
    was TEXT,
    became TEXT NOT NULL,
    undone_at INTEGER,
    told_at INTEGER,
    CONSTRAINT session_change_undone_before_told CHECK (undone_at IS NULL OR told_at IS NULL OR undone_at <= told_at)
) STRICT;
CREATE INDEX session_changes_by_session ON session_changes (session_id, id);
CREATE INDEX session_changes_untold ON session_changes (session_id) WHERE told_at IS NULL;

-- Who waits for a place of a session, first come first: the smaller id is nearer to a place.
CREATE TABLE session_queue (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    queued_at INTEGER NOT NULL,
    CONSTRAINT session_queue_once UNIQUE (session_id, registration_id)
) STRICT;
CREATE INDEX session_queue_by_registration ON session_queue (registration_id);
