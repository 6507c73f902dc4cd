-- Unfinished drafts: the last of the nudges that was sent, and whether the person wants no more of them.
CREATE TABLE nudges (
    draft_id INTEGER PRIMARY KEY REFERENCES drafts (id) ON DELETE CASCADE,
    step INTEGER NOT NULL DEFAULT 0 CONSTRAINT nudge_step_known CHECK (step BETWEEN 0 AND 3),
    nudged_at INTEGER,
    stopped_at INTEGER,
    CONSTRAINT nudge_sent_at_some_time CHECK ((step = 0) = (nudged_at IS NULL))
) STRICT;

CREATE INDEX drafts_open ON drafts (event_id, changed_at) WHERE state = 'open';
