-- What whoever runs the bot needs to know and to decide: signs of life, alarms, backups, restores.
CREATE TABLE pulses (
    name TEXT PRIMARY KEY,
    beat_at INTEGER NOT NULL
) STRICT;

-- One sort of trouble as one process sees it (source is empty for what all see alike).
CREATE TABLE alarms (
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    untold INTEGER NOT NULL DEFAULT 0,
    is_open INTEGER NOT NULL DEFAULT 1 CONSTRAINT alarm_open_or_not CHECK (is_open IN (0, 1)),
    PRIMARY KEY (kind, source)
) STRICT;

CREATE TABLE backups (
    id INTEGER PRIMARY KEY,
    due_at INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER,
    state TEXT NOT NULL DEFAULT 'started'
        CONSTRAINT backup_state_known CHECK (state IN ('started', 'done', 'failed')),
    bytes INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT backup_end_whole CHECK ((state = 'started') = (finished_at IS NULL))
) STRICT;
CREATE INDEX backups_by_state ON backups (state, finished_at);

-- A database that came out of a backup says nothing to anybody until it is released.
CREATE TABLE restores (
    id INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    restored_at INTEGER NOT NULL,
    released_at INTEGER
) STRICT;
