-- What organizers learn from many registrations: who is registered twice, and what looks wrong.

-- Pairs of participants that somebody looked at and knows to be two different people.
CREATE TABLE different_people (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    one_id INTEGER NOT NULL REFERENCES participants (id),
    other_id INTEGER NOT NULL REFERENCES participants (id),
    decided_by INTEGER NOT NULL REFERENCES accounts (id),
    decided_at INTEGER NOT NULL,
    undone_at INTEGER,
    CONSTRAINT different_people_in_order CHECK (one_id < other_id)
) STRICT;
CREATE UNIQUE INDEX different_people_once ON different_people (event_id, one_id, other_id) WHERE undone_at IS NULL;

-- Every merge of two registrations of one person, with all that is needed to take it back. `links` are those by which
-- guardians of the record that goes came to know the one that stays; none when each account keeps what it has.
CREATE TABLE merges (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    kept_id INTEGER NOT NULL REFERENCES participants (id),
    gone_id INTEGER NOT NULL REFERENCES participants (id),
    kept_registration_id INTEGER NOT NULL REFERENCES registrations (id),
    ended_registration_id INTEGER NOT NULL REFERENCES registrations (id),
    ended_status TEXT NOT NULL,
    links TEXT NOT NULL DEFAULT '[]',
    merged_by INTEGER NOT NULL REFERENCES accounts (id),
    merged_at INTEGER NOT NULL,
    undone_by INTEGER REFERENCES accounts (id),
    undone_at INTEGER,
    CONSTRAINT merge_of_two CHECK (kept_id <> gone_id AND kept_registration_id <> ended_registration_id),
    CONSTRAINT merge_undone_whole CHECK ((undone_by IS NULL) = (undone_at IS NULL))
) STRICT;
CREATE INDEX merges_by_event ON merges (event_id, id);

CREATE INDEX registrations_by_event ON registrations (event_id, status, submitted_at, id);
CREATE INDEX participants_by_birth_date ON participants (born_on) WHERE born_on IS NOT NULL;
CREATE INDEX participants_by_phone ON participants (phone) WHERE phone IS NOT NULL;
CREATE INDEX drafts_by_event ON drafts (event_id);
CREATE INDEX registrations_by_draft ON registrations (draft_id);

-- What looked wrong about a registration and was found to be fine.
CREATE TABLE settled_doubts (
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    doubt TEXT NOT NULL,
    settled_by INTEGER NOT NULL REFERENCES accounts (id),
    settled_at INTEGER NOT NULL,
    PRIMARY KEY (registration_id, doubt)
) STRICT;
