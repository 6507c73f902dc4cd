-- Squads of a stream, who is in which, who leads them, and what leaders write to the families.

-- A squad without a name of its own is called by its number, in everybody's language. An ended one has nobody.
CREATE TABLE squads (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    number INTEGER NOT NULL CONSTRAINT squad_number_positive CHECK (number > 0),
    name TEXT NOT NULL DEFAULT '',
    places INTEGER NOT NULL CONSTRAINT squad_places_positive CHECK (places > 0),
    made_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX squad_number_once ON squads (event_id, number) WHERE ended_at IS NULL;
CREATE INDEX squads_by_stream ON squads (stream_id);

-- A registration is in one squad of its event. Whoever loses the seat loses the row.
CREATE TABLE squad_members (
    registration_id INTEGER PRIMARY KEY REFERENCES registrations (id),
    squad_id INTEGER NOT NULL REFERENCES squads (id),
    placed_at INTEGER NOT NULL
) STRICT;
CREATE INDEX squad_members_by_squad ON squad_members (squad_id);

-- Who is in a squad now: only confirmed registrations of the squad's own stream, whatever rows are left.
CREATE VIEW squad_roll AS
SELECT q.event_id, q.stream_id, q.id AS squad_id, r.id AS registration_id, r.participant_id, r.unit_id
FROM squads q
JOIN squad_members m ON m.squad_id = q.id
JOIN registrations r ON r.id = m.registration_id AND r.stream_id = q.stream_id AND r.status = 'confirmed'
WHERE q.ended_at IS NULL;

-- A leader leads one squad by each grant; a link for a leader names the squad.
ALTER TABLE grants ADD COLUMN squad_id INTEGER REFERENCES squads (id)
    CONSTRAINT grant_leader_has_a_squad CHECK ((role = 'leader') = (squad_id IS NOT NULL));
ALTER TABLE links ADD COLUMN squad_id INTEGER REFERENCES squads (id)
    CONSTRAINT link_for_a_leader_has_a_squad CHECK (squad_id IS NULL OR role = 'leader');

-- At which local hour the families of an event get the letter about the day; without a row there is none.
CREATE TABLE letter_rules (
    event_id INTEGER PRIMARY KEY REFERENCES events (id),
    sends_at TEXT NOT NULL,
    lead_minutes INTEGER NOT NULL CONSTRAINT letter_rule_lead_positive CHECK (lead_minutes > 0),
    changed_by INTEGER NOT NULL REFERENCES accounts (id),
    changed_at INTEGER NOT NULL
) STRICT;

-- What a leader writes to the families of a squad: the letter about a day, or a message. Nobody confirms their own.
CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    squad_id INTEGER NOT NULL REFERENCES squads (id),
    kind TEXT NOT NULL CONSTRAINT letter_kind_known CHECK (kind IN ('day', 'message')),
    held_on TEXT NOT NULL,
    author_id INTEGER REFERENCES accounts (id),
    language TEXT CONSTRAINT letter_language_known CHECK (language IN ('kk', 'ru', 'en')),
    texts TEXT NOT NULL DEFAULT '{}',
    state TEXT NOT NULL DEFAULT 'writing' CONSTRAINT letter_state_known CHECK (state IN (
        'writing', 'waiting', 'confirmed', 'sent', 'dropped', 'expired')),
    reason TEXT,
    confirmed_by INTEGER REFERENCES accounts (id),
    send_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    recipients INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    made_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    reminded_at INTEGER,
    missed_at INTEGER,
    CONSTRAINT letter_takes_two CHECK (confirmed_by IS NULL OR (author_id IS NOT NULL AND confirmed_by <> author_id)),
    CONSTRAINT letter_sent_after_two CHECK (state NOT IN ('confirmed', 'sent') OR confirmed_by IS NOT NULL),
    CONSTRAINT letter_written_in_a_language CHECK ((author_id IS NULL) = (language IS NULL))
) STRICT;
CREATE UNIQUE INDEX letter_day_once ON letters (squad_id, held_on) WHERE kind = 'day';
CREATE INDEX letters_unfinished ON letters (send_at) WHERE state IN ('writing', 'waiting', 'confirmed');

-- Photos of a letter by the ids under which Telegram keeps them. Nothing goes out before somebody said who is on it.
CREATE TABLE letter_photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    letter_id INTEGER NOT NULL REFERENCES letters (id),
    file_id TEXT NOT NULL,
    is_marked INTEGER NOT NULL DEFAULT 0 CONSTRAINT letter_photo_marked_or_not CHECK (is_marked IN (0, 1))
) STRICT;
CREATE INDEX letter_photos_by_letter ON letter_photos (letter_id);

CREATE TABLE letter_faces (
    photo_id INTEGER NOT NULL REFERENCES letter_photos (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    PRIMARY KEY (photo_id, registration_id)
) STRICT;
CREATE INDEX letter_faces_by_registration ON letter_faces (registration_id);
