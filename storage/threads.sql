-- name: get
-- One conversation, locked.
SELECT * FROM threads WHERE id = :thread_id;

-- name: find_open
-- The conversation of an account about an event that goes on.
SELECT * FROM threads WHERE account_id = :account_id AND event_id = :event_id AND state = 'open';

-- name: add
-- Begin a conversation.
INSERT INTO threads (event_id, registration_id, unit_id, account_id, participant_id, is_of_child, asked_at, waits_since)
VALUES (:event_id, :registration_id, :unit_id, :account_id, :participant_id, :is_of_child, :now, :now)
RETURNING id;

-- name: update!
-- Write down where a conversation stands now.
UPDATE threads SET state = :state, owner_id = :owner_id, is_urgent = :is_urgent, waits_since = :waits_since,
    warned = :warned, rating = :rating,
    claimed_at = CASE WHEN :owner_id IS NULL THEN NULL ELSE COALESCE(claimed_at, :now) END,
    closed_at = CASE WHEN :state = 'closed' THEN COALESCE(closed_at, :now) END,
    flagged_at = CASE WHEN :is_flagged = 1 THEN COALESCE(flagged_at, :now) ELSE flagged_at END,
    revision = revision + 1
WHERE id = :thread_id;

-- name: say
-- Add a message.
INSERT INTO thread_messages (thread_id, account_id, is_staff, said_at)
VALUES (:thread_id, :account_id, :is_staff, :now)
RETURNING id;

-- name: seal_said!
-- Keep what a message says, sealed for its row.
UPDATE thread_messages SET said = :said WHERE id = :message_id;

-- name: said
-- What one message says, sealed.
SELECT id, said FROM thread_messages WHERE id = :message_id;

-- name: messages
-- The last messages of a conversation, the newest first.
SELECT m.*, a.display_name FROM thread_messages m JOIN accounts a ON a.id = m.account_id
WHERE m.thread_id = :thread_id ORDER BY m.id DESC LIMIT :most;

-- name: count_unanswered
-- How many messages a family wrote since staff last did.
SELECT count(*) AS number FROM thread_messages m WHERE m.thread_id = :thread_id AND m.is_staff = 0
    AND NOT EXISTS (SELECT 1 FROM thread_messages s WHERE s.thread_id = m.thread_id AND s.is_staff = 1 AND s.id > m.id);

-- name: of_account
-- The conversations of an account, and those of the children whose guardian it is, the newest first.
SELECT t.* FROM threads t
WHERE t.account_id = :account_id OR EXISTS (
    SELECT 1 FROM guardian_links g WHERE g.participant_id = t.participant_id AND g.account_id = :account_id
    AND g.ended_at IS NULL AND g.may_know = 1)
ORDER BY t.id DESC LIMIT :most;

-- name: of_event
-- The open conversations of an event that a scope reaches: unclaimed first, then who waits longest, then the answered.
SELECT t.*, a.display_name, o.display_name AS owner_name, m.id AS message_id, m.said
FROM threads t JOIN accounts a ON a.id = t.account_id LEFT JOIN accounts o ON o.id = t.owner_id
LEFT JOIN thread_messages m
    ON m.id = (SELECT max(f.id) FROM thread_messages f WHERE f.thread_id = t.id AND f.is_staff = 0)
WHERE t.event_id = :event_id AND t.state = 'open'
    AND (:units IS NULL OR :units LIKE '%,' || t.unit_id || ',%')
ORDER BY CASE WHEN t.owner_id IS NULL THEN 0 WHEN t.waits_since IS NOT NULL THEN 1 ELSE 2 END,
    t.is_urgent DESC, t.waits_since, t.id
LIMIT :most;

-- name: waiting
-- Conversations in which a family has waited since before an instant.
SELECT * FROM threads WHERE waits_since IS NOT NULL AND waits_since <= :before AND warned < 2 ORDER BY id;

-- name: names
-- What Telegram shows of an account.
SELECT display_name FROM accounts WHERE id = :account_id;

-- name: of_person
-- The conversations that are a person's own, or a child's.
SELECT id FROM threads WHERE account_id = :account_id OR participant_id = :participant_id;

-- name: drop_messages!
-- Forget what was said in a conversation.
DELETE FROM thread_messages WHERE thread_id = :thread_id;

-- name: drop!
-- Forget a conversation.
DELETE FROM threads WHERE id = :thread_id;

-- name: blank_said!
-- Forget what an account said in the conversations of others.
UPDATE thread_messages SET said = :blank WHERE account_id = :account_id;

-- name: stop_notices!
-- What is owed about a conversation is not owed any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state IN ('due', 'held', 'kept') AND (data LIKE :about OR data LIKE :about_last);

-- name: blank_notices!
-- The words of messages about a conversation.
UPDATE outbox SET data = '{}' WHERE data <> '{}' AND (data LIKE :about OR data LIKE :about_last);

-- name: old
-- A batch of conversations that were closed, or in which nothing was said, long ago.
SELECT t.id FROM threads t
WHERE COALESCE(t.closed_at, (SELECT max(m.said_at) FROM thread_messages m WHERE m.thread_id = t.id), t.asked_at) < :before
LIMIT :most;

-- name: count_old
-- How many conversations were closed, or fell silent, long ago.
SELECT (SELECT count(*) FROM threads WHERE closed_at IS NOT NULL AND closed_at < :before)
    + (SELECT count(*) FROM threads t WHERE t.closed_at IS NULL AND t.asked_at < :before AND NOT EXISTS (
        SELECT 1 FROM thread_messages m WHERE m.thread_id = t.id AND m.said_at >= :before)) AS number;
