-- Fair lotteries. What was frozen at the opening stays as it was published; the result is added once, when it is drawn.
CREATE TABLE lotteries (
    id INTEGER PRIMARY KEY,
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    number INTEGER NOT NULL CONSTRAINT lottery_number_positive CHECK (number > 0),
    frozen TEXT NOT NULL,
    frozen_sha256 TEXT NOT NULL CONSTRAINT lottery_fingerprint_whole CHECK (length(frozen_sha256) = 64),
    seed TEXT NOT NULL CONSTRAINT lottery_seed_long CHECK (length(seed) >= 64),
    opened_by INTEGER NOT NULL REFERENCES accounts (id),
    opened_at INTEGER NOT NULL,
    result TEXT,
    drawn_by INTEGER REFERENCES accounts (id),
    drawn_at INTEGER,
    called_off_at INTEGER,
    announced INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT lottery_number_once UNIQUE (stream_id, number),
    CONSTRAINT lottery_draw_whole CHECK (
        (result IS NULL) = (drawn_at IS NULL) AND (drawn_by IS NULL) = (drawn_at IS NULL)),
    CONSTRAINT lottery_drawn_or_called_off CHECK (drawn_at IS NULL OR called_off_at IS NULL),
    CONSTRAINT lottery_drawn_after_opening CHECK (drawn_at IS NULL OR drawn_at >= opened_at)
) STRICT;
CREATE UNIQUE INDEX lottery_open_once ON lotteries (stream_id) WHERE drawn_at IS NULL AND called_off_at IS NULL;
