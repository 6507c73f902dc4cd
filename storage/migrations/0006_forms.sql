-- Forms being changed: one open draft for each event, and answers to the questions a newer version added.
CREATE TABLE form_drafts (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    based_on INTEGER NOT NULL REFERENCES form_versions (id),
    content TEXT NOT NULL,
    before TEXT,
    revision INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'open'
        CONSTRAINT form_draft_state_known CHECK (state IN ('open', 'published', 'discarded')),
    changed_by INTEGER NOT NULL REFERENCES accounts (id),
    changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX form_draft_open_once ON form_drafts (event_id) WHERE state = 'open';

-- A draft that answers what a newer version asks of a registration; what was answered before stays in its own draft.
CREATE TABLE supplements (
    draft_id INTEGER PRIMARY KEY REFERENCES drafts (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    before_draft_id INTEGER NOT NULL REFERENCES drafts (id),
    known TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE UNIQUE INDEX supplement_open_once ON supplements (registration_id) WHERE finished_at IS NULL;
CREATE INDEX supplements_by_before ON supplements (before_draft_id);
