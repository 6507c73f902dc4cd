-- Staff rooms: groups of the camp's people in Telegram, where each conversation with a family has a topic of its own.

-- A group that the bot was brought to. Without an event it waits for whoever asked to say which one it is for; nothing
-- about families is written there before. One that has ended is history.
CREATE TABLE staffrooms (
    id INTEGER PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    event_id INTEGER REFERENCES events (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    language TEXT NOT NULL CONSTRAINT staffroom_language_known CHECK (language IN ('kk', 'ru', 'en')),
    asked_at INTEGER NOT NULL,
    connected_at INTEGER,
    ended_at INTEGER,
    CONSTRAINT staffroom_connected_whole CHECK ((event_id IS NULL) = (connected_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX staffroom_of_chat ON staffrooms (chat_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX staffroom_of_event ON staffrooms (event_id) WHERE ended_at IS NULL AND event_id IS NOT NULL;

-- The topic of a conversation: what Telegram calls it, the message that shows where it stands, and what is shown there.
-- `shown` is the revision of the conversation that the topic shows; `told` is how loudly its waiting was told there.
CREATE TABLE topics (
    thread_id INTEGER PRIMARY KEY REFERENCES threads (id),
    room_id INTEGER NOT NULL REFERENCES staffrooms (id),
    topic_id INTEGER,
    card_id INTEGER,
    shown INTEGER NOT NULL DEFAULT -1,
    told INTEGER NOT NULL DEFAULT 0,
    is_closed INTEGER NOT NULL DEFAULT 0 CONSTRAINT topic_closed_or_not CHECK (is_closed IN (0, 1)),
    CONSTRAINT topic_once UNIQUE (room_id, topic_id)
) STRICT;

-- A message of a conversation as it stands in its topic; `mark` is what colleagues see of its way to the family.
CREATE TABLE topic_posts (
    message_id INTEGER PRIMARY KEY REFERENCES thread_messages (id),
    telegram_id INTEGER NOT NULL,
    mark TEXT CONSTRAINT topic_post_mark_known CHECK (mark IN ('arrived', 'lost'))
) STRICT;

-- Topics whose conversation was forgotten here: they are to be deleted in the group too.
CREATE TABLE topic_remains (
    room_id INTEGER NOT NULL REFERENCES staffrooms (id),
    topic_id INTEGER NOT NULL,
    PRIMARY KEY (room_id, topic_id)
) STRICT;
