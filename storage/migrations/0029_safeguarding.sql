-- Head counts (who was asked for, seen and missed, and how long it took: ids only, kept) and the log of incidents.

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

-- What opens the words of one incident; taken away when the child is forgotten, and after a time. The log stays whole.
CREATE TABLE incident_keys (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: sealed words are bound to it
    event_id INTEGER NOT NULL REFERENCES events (id),
    participant_id INTEGER REFERENCES participants (id),
    sealed TEXT NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_keys_by_participant ON incident_keys (participant_id);

-- The log: each entry holds the hash of the one before it in the same event, so a changed or missing one is found.
-- A correction is a new entry. `key_id` has no reference: the key goes, the entry stays.
CREATE TABLE incidents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    event_id INTEGER NOT NULL REFERENCES events (id),
    number INTEGER NOT NULL CONSTRAINT incident_number_positive CHECK (number > 0),
    key_id INTEGER NOT NULL CONSTRAINT incident_key_of_its_own UNIQUE,
    registration_id INTEGER REFERENCES registrations (id),
    kind TEXT NOT NULL CONSTRAINT incident_kind_known CHECK (kind IN (
        'health', 'accident', 'behaviour', 'lost', 'other')),
    happened_at INTEGER NOT NULL,
    corrects INTEGER REFERENCES incidents (id),
    author_id INTEGER NOT NULL REFERENCES accounts (id),
    written_at INTEGER NOT NULL,
    sealed TEXT NOT NULL,
    before_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT incident_number_once UNIQUE (event_id, number),
    CONSTRAINT incident_follows_once UNIQUE (event_id, before_hash),
    CONSTRAINT incident_not_before_it_happened CHECK (happened_at <= written_at)
) STRICT;
CREATE INDEX incidents_by_time ON incidents (written_at);
CREATE INDEX incidents_by_author ON incidents (author_id);
CREATE INDEX incidents_by_registration ON incidents (registration_id);
CREATE TRIGGER incidents_stay_as_they_are BEFORE UPDATE ON incidents
BEGIN SELECT RAISE(ABORT, 'an incident is never changed, only followed by a correction'); END;
CREATE TRIGGER incidents_stay BEFORE DELETE ON incidents
BEGIN SELECT RAISE(ABORT, 'an incident is never deleted'); END;

-- What somebody is writing: one at a time, under the key that the entry will keep.
CREATE TABLE incident_drafts (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
    key_id INTEGER NOT NULL REFERENCES incident_keys (id),
    event_id INTEGER NOT NULL REFERENCES events (id),
    registration_id INTEGER REFERENCES registrations (id),
    kind TEXT NOT NULL CONSTRAINT incident_draft_kind_known CHECK (kind IN (
        'health', 'accident', 'behaviour', 'lost', 'other')),
    happened_at INTEGER NOT NULL,
    corrects INTEGER REFERENCES incidents (id),
    sealed TEXT NOT NULL
) STRICT;
CREATE INDEX incident_drafts_by_key ON incident_drafts (key_id);

-- What guardians are told of an incident: words in each language there is, or only that they may call. Sealed under
-- the incident's own key.
CREATE TABLE incident_tellings (
    incident_id INTEGER PRIMARY KEY REFERENCES incidents (id),
    sealed TEXT NOT NULL,
    written_by INTEGER NOT NULL REFERENCES accounts (id),
    told_at INTEGER,
    recipients INTEGER
) STRICT;
