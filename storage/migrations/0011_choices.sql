-- Choosing who gets a place: the plan of a lottery, what a choice moved, and the marks reviewers give.
CREATE TABLE lottery_plans (
    stream_id INTEGER PRIMARY KEY REFERENCES streams (id),
    rules TEXT NOT NULL DEFAULT '[]',
    public_source TEXT,
    revision INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Many chosen at once; told when the time to take it back is over.
CREATE TABLE choices (
    id INTEGER PRIMARY KEY,
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    lottery_id INTEGER REFERENCES lotteries (id),
    made_by INTEGER NOT NULL REFERENCES accounts (id),
    made_at INTEGER NOT NULL,
    undone_at INTEGER,
    told_at INTEGER,
    CONSTRAINT choice_undone_or_told CHECK (undone_at IS NULL OR told_at IS NULL)
) STRICT;
CREATE INDEX choices_by_stream ON choices (stream_id, id);
CREATE INDEX choices_untold ON choices (made_at) WHERE undone_at IS NULL AND told_at IS NULL;

-- What a choice moved: how it stood before, and the revision the choice led to. Position 0: it took no part.
CREATE TABLE choice_moves (
    choice_id INTEGER NOT NULL REFERENCES choices (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    position INTEGER NOT NULL CONSTRAINT choice_move_position CHECK (position >= 0),
    before_status TEXT NOT NULL,
    before_queued_at INTEGER,
    before_rests INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    is_told INTEGER NOT NULL DEFAULT 0 CONSTRAINT choice_move_told_or_not CHECK (is_told IN (0, 1)),
    PRIMARY KEY (choice_id, registration_id)
) STRICT;
CREATE INDEX choice_moves_untold ON choice_moves (choice_id, position) WHERE is_told = 0;

-- One reviewer's marks for one registration, or that they know the person and do not judge.
CREATE TABLE score_cards (
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    marks TEXT NOT NULL DEFAULT '{}',
    comment TEXT,
    is_conflict INTEGER NOT NULL DEFAULT 0 CONSTRAINT score_card_conflict_or_not CHECK (is_conflict IN (0, 1)),
    is_whole INTEGER NOT NULL DEFAULT 0 CONSTRAINT score_card_whole_or_not CHECK (is_whole IN (0, 1)),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (registration_id, account_id),
    CONSTRAINT score_card_conflict_is_no_mark CHECK (is_conflict = 0 OR is_whole = 0)
) STRICT;
CREATE INDEX score_cards_by_account ON score_cards (account_id);
