-- Head counts: who was asked for, who was seen, who was missing, and how long it took. Ids only, kept.

-- One count of an event runs at a time. `completed_at` is when the last squad was done, `message_id` the screen of
-- who began it, `reported_at` when its last figures were shown there.
CREATE TABLE headcounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    event_id INTEGER NOT NULL REFERENCES events (id),
    started_by INTEGER NOT NULL REFERENCES accounts (id),
    started_at INTEGER NOT NULL,
    remind_minutes INTEGER NOT NULL CONSTRAINT headcount_minutes_positive CHECK (remind_minutes > 0),
    message_id INTEGER,
    called_at INTEGER,
    completed_at INTEGER,
    ended_at INTEGER,
    reported_at INTEGER,
    CONSTRAINT headcount_completed_after_start CHECK (completed_at IS NULL OR completed_at >= started_at)
) STRICT;
CREATE UNIQUE INDEX headcount_runs_once ON headcounts (event_id) WHERE ended_at IS NULL;
CREATE INDEX headcounts_unreported ON headcounts (id) WHERE reported_at IS NULL;

CREATE TABLE headcount_squads (
    headcount_id INTEGER NOT NULL REFERENCES headcounts (id),
    squad_id INTEGER NOT NULL REFERENCES squads (id),
    reminded_at INTEGER,
    finished_at INTEGER,
    finished_by INTEGER REFERENCES accounts (id),
    PRIMARY KEY (headcount_id, squad_id),
    CONSTRAINT headcount_squad_finished_by_somebody CHECK ((finished_at IS NULL) = (finished_by IS NULL))
) STRICT;
CREATE INDEX headcount_squads_by_squad ON headcount_squads (squad_id);

-- Each child that was in the squad when the count began, in a row of its own, so that no tap overwrites another.
CREATE TABLE headcount_children (
    headcount_id INTEGER NOT NULL REFERENCES headcounts (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    squad_id INTEGER NOT NULL REFERENCES squads (id),
    is_present INTEGER CONSTRAINT headcount_child_present_or_not CHECK (is_present IN (0, 1)),
    marked_by INTEGER REFERENCES accounts (id),
    marked_at INTEGER,
    PRIMARY KEY (headcount_id, registration_id),
    CONSTRAINT headcount_child_marked_by_somebody CHECK (is_present IS NULL OR (marked_by IS NOT NULL AND marked_at IS NOT NULL))
) STRICT;
CREATE INDEX headcount_children_by_squad ON headcount_children (headcount_id, squad_id);
CREATE INDEX headcount_children_by_registration ON headcount_children (registration_id);

-- After how many minutes leaders who are not done are reminded; after twice as many they are called.
CREATE TABLE headcount_rules (
    event_id INTEGER PRIMARY KEY REFERENCES events (id),
    remind_minutes INTEGER NOT NULL CONSTRAINT headcount_rule_minutes_positive CHECK (remind_minutes > 0),
    changed_by INTEGER NOT NULL REFERENCES accounts (id),
    changed_at INTEGER NOT NULL
) STRICT;
