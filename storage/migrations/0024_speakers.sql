-- Speakers of sessions as accounts and what they answer; what participants thought of a session and asked about it.

-- Whose account speaks at a session, and under which name it was invited. Without an answer the speaker is silent; a change of the session asks anew.
CREATE TABLE speakers (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    known_as TEXT NOT NULL,
    since_at INTEGER NOT NULL,
    answer TEXT CONSTRAINT speaker_answer_known CHECK (answer IN ('can', 'cannot')),
    answered_at INTEGER,
    PRIMARY KEY (session_id, account_id),
    CONSTRAINT speaker_answer_whole CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE INDEX speakers_by_account ON speakers (account_id);

-- A link for a speaker names the session.
ALTER TABLE links ADD COLUMN session_id INTEGER REFERENCES sessions (id)
    CONSTRAINT link_for_a_speaker_has_a_session CHECK ((kind = 'speaker') = (session_id IS NOT NULL));
CREATE INDEX links_by_session ON links (session_id) WHERE session_id IS NOT NULL;

-- What one participant thought of one session. The speaker never reads whose it is.
CREATE TABLE session_feedback (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    stars INTEGER NOT NULL CONSTRAINT feedback_stars_one_to_five CHECK (stars BETWEEN 1 AND 5),
    tag TEXT,
    words TEXT,
    given_at INTEGER NOT NULL,
    PRIMARY KEY (session_id, registration_id)
) STRICT;
CREATE INDEX session_feedback_by_registration ON session_feedback (registration_id);

-- What a participant asks about a session: one question each. Only organizers answer, and to everybody who asked.
CREATE TABLE session_questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    words TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CONSTRAINT session_question_state_known CHECK (state IN (
        'new', 'shown', 'hidden')),
    answer TEXT,
    asked_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES accounts (id),
    decided_at INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT session_question_once UNIQUE (session_id, registration_id),
    CONSTRAINT session_question_answered_in_the_open CHECK (answer IS NULL OR state = 'shown')
) STRICT;
CREATE INDEX session_questions_by_registration ON session_questions (registration_id);

-- «Me too» under a question that is shown.
CREATE TABLE session_question_votes (
    question_id INTEGER NOT NULL REFERENCES session_questions (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    voted_at INTEGER NOT NULL,
    PRIMARY KEY (question_id, registration_id)
) STRICT;
CREATE INDEX session_question_votes_by_registration ON session_question_votes (registration_id);
