-- Pick-up: who may collect a child, to whom it was handed over, and that it came back.

-- Ticket checkers whom an owner let hand children over; organizers may anyway.
ALTER TABLE grants ADD COLUMN releases INTEGER NOT NULL DEFAULT 0
    CONSTRAINT grant_releases_or_not CHECK (releases IN (0, 1));

-- Somebody on the list of one registration: a guardian, an adult whom a guardian named, the child alone when a guardian
-- allowed it; or an outsider, for whom staff asked and another member of staff answered. `said` is sealed.
CREATE TABLE collectors (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: a sealed text is bound to it
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    kind TEXT NOT NULL CONSTRAINT collector_kind_known CHECK (kind IN ('guardian', 'named', 'alone', 'outsider')),
    account_id INTEGER REFERENCES accounts (id),
    said TEXT NOT NULL DEFAULT '{}',
    named_by INTEGER NOT NULL REFERENCES accounts (id),
    named_at INTEGER NOT NULL,
    called_id INTEGER REFERENCES accounts (id),
    second_by INTEGER REFERENCES accounts (id),
    second_at INTEGER,
    ended_by INTEGER REFERENCES accounts (id),
    ended_at INTEGER,
    CONSTRAINT collector_of_its_list UNIQUE (id, registration_id, kind),
    CONSTRAINT collector_with_its_second UNIQUE (id, second_by),
    CONSTRAINT collector_guardian_has_an_account CHECK ((kind = 'guardian') = (account_id IS NOT NULL)),
    CONSTRAINT collector_guardian_names_themselves CHECK (account_id IS NULL OR account_id = named_by),
    CONSTRAINT collector_second_of_outsiders_after_a_call CHECK (
        second_by IS NULL OR (kind = 'outsider' AND called_id IS NOT NULL)),
    CONSTRAINT collector_second_is_another CHECK (second_by IS NULL OR second_by <> named_by),
    CONSTRAINT collector_second_whole CHECK ((second_by IS NULL) = (second_at IS NULL)),
    CONSTRAINT collector_end_whole CHECK ((ended_by IS NULL) = (ended_at IS NULL))
) STRICT;
CREATE INDEX collectors_by_registration ON collectors (registration_id);
CREATE INDEX collectors_by_account ON collectors (account_id) WHERE account_id IS NOT NULL;
CREATE UNIQUE INDEX collector_guardian_once ON collectors (registration_id, account_id)
    WHERE kind = 'guardian' AND ended_at IS NULL;
CREATE UNIQUE INDEX collector_alone_once ON collectors (registration_id) WHERE kind = 'alone' AND ended_at IS NULL;

-- Codes that were wrong at a registration, so that nobody guesses one.
CREATE TABLE collector_misses (
    registration_id INTEGER PRIMARY KEY REFERENCES registrations (id),
    misses INTEGER NOT NULL,
    missed_at INTEGER NOT NULL,
    paused_until INTEGER NOT NULL
) STRICT;

-- That a child left the camp: with somebody of its own list, or with an outsider for whom two members of staff stand.
-- A child is out once at a time; one that came back, or a slip, stays as a row.
CREATE TABLE leavings (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages and buttons are known by it
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    collector_id INTEGER NOT NULL,
    kind TEXT NOT NULL CONSTRAINT leaving_kind_known CHECK (kind IN ('guardian', 'named', 'alone', 'outsider')),
    proof TEXT NOT NULL CONSTRAINT leaving_proof_known CHECK (proof IN ('code', 'document', 'known', 'consent')),
    released_by INTEGER NOT NULL REFERENCES accounts (id),
    second_by INTEGER REFERENCES accounts (id),
    left_at INTEGER NOT NULL,
    returned_by INTEGER REFERENCES accounts (id),
    returned_at INTEGER,
    undone_at INTEGER,
    CONSTRAINT leaving_with_one_of_its_list FOREIGN KEY (collector_id, registration_id, kind)
        REFERENCES collectors (id, registration_id, kind),
    CONSTRAINT leaving_of_an_outsider_by_two FOREIGN KEY (collector_id, second_by)
        REFERENCES collectors (id, second_by),
    CONSTRAINT leaving_second_of_outsiders CHECK ((kind = 'outsider') = (second_by IS NOT NULL)),
    CONSTRAINT leaving_second_is_another CHECK (second_by IS NULL OR second_by <> released_by),
    CONSTRAINT leaving_of_an_outsider_shows_a_document CHECK (kind <> 'outsider' OR proof = 'document'),
    CONSTRAINT leaving_alone_by_consent CHECK ((kind = 'alone') = (proof = 'consent')),
    CONSTRAINT leaving_return_whole CHECK ((returned_by IS NULL) = (returned_at IS NULL)),
    CONSTRAINT leaving_ends_once CHECK (returned_at IS NULL OR undone_at IS NULL)
) STRICT;
CREATE UNIQUE INDEX leaving_once_at_a_time ON leavings (registration_id)
    WHERE returned_at IS NULL AND undone_at IS NULL;
CREATE UNIQUE INDEX leaving_once_with_an_outsider ON leavings (collector_id)
    WHERE kind = 'outsider' AND undone_at IS NULL;
CREATE INDEX leavings_by_registration ON leavings (registration_id, id);

-- Who must not collect a child, wherever it takes part. One member of staff sets it; to lift it another one's asking
-- and the primary guardian's yes are needed. `said` is sealed.
CREATE TABLE bars (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    account_id INTEGER REFERENCES accounts (id),
    said TEXT NOT NULL DEFAULT '{}',
    barred_by INTEGER NOT NULL REFERENCES accounts (id),
    barred_at INTEGER NOT NULL,
    asked_by INTEGER REFERENCES accounts (id),
    asked_at INTEGER,
    lifted_by INTEGER REFERENCES accounts (id),
    lifted_at INTEGER,
    CONSTRAINT bar_asking_whole CHECK ((asked_by IS NULL) = (asked_at IS NULL)),
    CONSTRAINT bar_lift_whole CHECK ((lifted_by IS NULL) = (lifted_at IS NULL)),
    CONSTRAINT bar_lifted_by_two CHECK (lifted_by IS NULL OR (asked_by IS NOT NULL AND asked_by <> lifted_by)),
    CONSTRAINT bar_not_lifted_by_whom_it_is_about CHECK (lifted_by IS NULL OR account_id IS NULL OR lifted_by <> account_id)
) STRICT;
CREATE INDEX bars_by_participant ON bars (participant_id);
CREATE INDEX bars_by_account ON bars (account_id) WHERE account_id IS NOT NULL;
