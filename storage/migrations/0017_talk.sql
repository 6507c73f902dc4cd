-- Questions to the camp: what is answered before anybody is asked, and conversations with the people of a programme.

-- Answers to what is asked often. Texts are JSON by language; an entry is shown once it is whole in every language.
-- `filed` is what the programme file said last: what was changed in the chat stays until the file says something else.
CREATE TABLE faq_entries (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    code TEXT NOT NULL,
    question TEXT NOT NULL DEFAULT '{}',
    answer TEXT NOT NULL DEFAULT '{}',
    tags TEXT NOT NULL DEFAULT '',
    filed TEXT NOT NULL DEFAULT '',
    is_hidden INTEGER NOT NULL DEFAULT 0 CONSTRAINT faq_entry_hidden_or_not CHECK (is_hidden IN (0, 1)),
    helped INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT faq_entry_code_once UNIQUE (programme_id, code)
) STRICT;

-- A conversation of one person of a family with the people of an event. `participant_id` is set when that person is a
-- child: then every guardian who may know reads along. `waits_since` is when the family began to wait for an answer.
CREATE TABLE threads (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    event_id INTEGER NOT NULL REFERENCES events (id),
    registration_id INTEGER REFERENCES registrations (id),
    unit_id INTEGER REFERENCES org_units (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    participant_id INTEGER REFERENCES participants (id),
    is_of_child INTEGER NOT NULL CONSTRAINT thread_of_child_or_not CHECK (is_of_child IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'open' CONSTRAINT thread_state_known CHECK (state IN ('open', 'closed')),
    owner_id INTEGER REFERENCES accounts (id),
    claimed_at INTEGER,
    is_urgent INTEGER NOT NULL DEFAULT 0 CONSTRAINT thread_urgent_or_not CHECK (is_urgent IN (0, 1)),
    asked_at INTEGER NOT NULL,
    waits_since INTEGER,
    warned INTEGER NOT NULL DEFAULT 0,
    rating INTEGER CONSTRAINT thread_rating_of_five CHECK (rating BETWEEN 1 AND 5),
    closed_at INTEGER,
    flagged_at INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT thread_claim_whole CHECK ((owner_id IS NULL) = (claimed_at IS NULL)),
    CONSTRAINT thread_close_whole CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT thread_waits_only_open CHECK (waits_since IS NULL OR state = 'open')
) STRICT;
CREATE UNIQUE INDEX thread_open_once ON threads (account_id, event_id) WHERE state = 'open';
CREATE INDEX threads_by_event ON threads (event_id, state);
CREATE INDEX threads_waiting ON threads (waits_since) WHERE waits_since IS NOT NULL;

-- `said` is sealed for its row: the words, and the id under which Telegram keeps a photo or a document.
CREATE TABLE thread_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- a number is given once: messages are known by it
    thread_id INTEGER NOT NULL REFERENCES threads (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    is_staff INTEGER NOT NULL CONSTRAINT thread_message_of_staff_or_not CHECK (is_staff IN (0, 1)),
    said TEXT NOT NULL DEFAULT '{}',
    said_at INTEGER NOT NULL
) STRICT;
CREATE INDEX thread_messages_by_thread ON thread_messages (thread_id, id);
