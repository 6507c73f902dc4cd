-- Announcements whose sender has lost the right to send them: since when nobody answers for them.
ALTER TABLE broadcasts ADD COLUMN left_at INTEGER;

-- A message that consists of several: the ids of those that have gone out (or were changed) so far.
ALTER TABLE outbox ADD COLUMN sent_ids TEXT;

-- Whoever lost the last role by which they read along in a staff room: once for each time, until it is settled.
-- `removing_at` is since when the bot is removing them; a kill between its two calls is made good by that.
CREATE TABLE staffroom_leavers (
    room_id INTEGER NOT NULL REFERENCES staffrooms (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    lost_at INTEGER NOT NULL,
    removing_at INTEGER,
    settled_at INTEGER,
    outcome TEXT CONSTRAINT staffroom_leaver_outcome_known CHECK (outcome IN ('removed', 'absent', 'stays')),
    PRIMARY KEY (room_id, account_id, lost_at),
    CONSTRAINT staffroom_leaver_settled_whole CHECK ((settled_at IS NULL) = (outcome IS NULL))
) STRICT;

-- The figures of a poll whose votes are kept no longer: answers for each option, and how many people answered.
ALTER TABLE polls ADD COLUMN final TEXT;
