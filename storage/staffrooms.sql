-- name: of_chat
-- The room a group is now.
SELECT * FROM staffrooms WHERE chat_id = :chat_id AND ended_at IS NULL;

-- name: of_event
-- The room where an event's conversations go.
SELECT * FROM staffrooms WHERE event_id = :event_id AND ended_at IS NULL;

-- name: get
-- One room that has not ended.
SELECT * FROM staffrooms WHERE id = :room_id AND ended_at IS NULL;

-- name: connected
-- Every room where conversations go.
SELECT * FROM staffrooms WHERE event_id IS NOT NULL AND ended_at IS NULL ORDER BY id;

-- name: idle
-- Rooms that nobody has connected since long.
SELECT * FROM staffrooms WHERE event_id IS NULL AND ended_at IS NULL AND asked_at < :before ORDER BY id;

-- name: add
-- Remember a group the bot was brought to.
INSERT INTO staffrooms (chat_id, account_id, language, asked_at)
VALUES (:chat_id, :account_id, :language, :now) RETURNING *;

-- name: ask_again!
-- Somebody asks to connect a group that waits.
UPDATE staffrooms SET account_id = :account_id, language = :language, asked_at = :now
WHERE id = :room_id AND event_id IS NULL;

-- name: connect!
-- Let an event's conversations go to a group.
UPDATE staffrooms SET event_id = :event_id, connected_at = :now WHERE id = :room_id;

-- name: end!
-- A group is no room any more.
UPDATE staffrooms SET ended_at = :now WHERE id = :room_id;

-- name: move!
-- A group has another id now.
UPDATE staffrooms SET chat_id = :new_id WHERE chat_id = :chat_id AND ended_at IS NULL;

-- name: drop_posts_of_room!
-- Forget what stands in the topics of a room.
DELETE FROM topic_posts WHERE message_id IN (
    SELECT m.id FROM thread_messages m JOIN topics o ON o.thread_id = m.thread_id WHERE o.room_id = :room_id);

-- name: drop_topics_of_room!
-- Forget the topics of a room.
DELETE FROM topics WHERE room_id = :room_id;

-- name: drop_remains_of_room!
-- Forget what was to be deleted in a room.
DELETE FROM topic_remains WHERE room_id = :room_id;

-- name: behind
-- Conversations whose topic does not show where they stand, the most pressing first.
SELECT t.*, o.topic_id, o.card_id, o.shown, o.told, o.is_closed
FROM threads t LEFT JOIN topics o ON o.thread_id = t.id
WHERE t.event_id = :event_id AND ((o.thread_id IS NULL AND t.state = 'open') OR o.shown <> t.revision)
ORDER BY t.is_urgent DESC, t.warned DESC, t.waits_since, t.id
LIMIT :most;

-- name: topic_at
-- The conversation of a topic in a group.
SELECT o.thread_id FROM topics o JOIN staffrooms r ON r.id = o.room_id
WHERE r.chat_id = :chat_id AND r.ended_at IS NULL AND o.topic_id = :topic_id;

-- name: keep_topic!
-- Write down how far a topic has come.
INSERT INTO topics (thread_id, room_id, topic_id, card_id, shown, told, is_closed)
VALUES (:thread_id, :room_id, :topic_id, :card_id, :shown, :told, :is_closed)
ON CONFLICT (thread_id) DO UPDATE SET room_id = excluded.room_id, topic_id = excluded.topic_id,
    card_id = excluded.card_id, shown = excluded.shown, told = excluded.told, is_closed = excluded.is_closed;

-- name: has_thread
-- Whether a conversation is still there.
SELECT 1 FROM threads WHERE id = :thread_id;

-- name: keep_remains!
-- Remember a topic that is to be deleted in the group.
INSERT INTO topic_remains (room_id, topic_id) VALUES (:room_id, :topic_id) ON CONFLICT (room_id, topic_id) DO NOTHING;

-- name: drop_posts!
-- Forget what of a conversation stands in its topic.
DELETE FROM topic_posts WHERE message_id IN (SELECT id FROM thread_messages WHERE thread_id = :thread_id);

-- name: leave_remains!
-- The topic of a conversation that is forgotten is to be deleted in the group too.
INSERT INTO topic_remains (room_id, topic_id)
SELECT room_id, topic_id FROM topics WHERE thread_id = :thread_id AND topic_id IS NOT NULL
ON CONFLICT (room_id, topic_id) DO NOTHING;

-- name: drop_topic!
-- Forget the topic of a conversation.
DELETE FROM topics WHERE thread_id = :thread_id;

-- name: remains
-- Topics of a room that are to be deleted.
SELECT topic_id FROM topic_remains WHERE room_id = :room_id ORDER BY topic_id LIMIT :most;

-- name: bury!
-- A topic was deleted.
DELETE FROM topic_remains WHERE room_id = :room_id AND topic_id = :topic_id;

-- name: unposted
-- The last messages of a conversation that do not stand in its topic, the newest first.
SELECT m.*, a.display_name FROM thread_messages m JOIN accounts a ON a.id = m.account_id
WHERE m.thread_id = :thread_id AND NOT EXISTS (SELECT 1 FROM topic_posts p WHERE p.message_id = m.id)
ORDER BY m.id DESC LIMIT :most;

-- name: post!
-- A message stands in its topic; one whose conversation was forgotten meanwhile does not.
INSERT INTO topic_posts (message_id, telegram_id)
SELECT m.id, :telegram_id FROM thread_messages m WHERE m.id = :message_id
ON CONFLICT (message_id) DO NOTHING;

-- name: ended
-- Answers in the topics of a room whose way to the family has ended, and how, but bear no mark yet.
SELECT p.message_id, p.telegram_id, o.topic_id, b.state
FROM topics o JOIN threads t ON t.id = o.thread_id
JOIN thread_messages m ON m.thread_id = t.id AND m.is_staff = 1
JOIN topic_posts p ON p.message_id = m.id AND p.mark IS NULL
JOIN outbox b ON b.dedup_key = 'thread:' || t.id || ':m' || m.id || ':' || t.account_id
WHERE o.room_id = :room_id AND o.topic_id IS NOT NULL AND b.state NOT IN ('due', 'sending')
ORDER BY p.message_id LIMIT :most;

-- name: mark!
-- A mark stands on an answer.
UPDATE topic_posts SET mark = :mark WHERE message_id = :message_id;

-- name: leavers
-- Who has lost the last role that reaches a room since it was connected, and is not known to be out of it.
SELECT lost.account_id, lost.telegram_id, lost.display_name, lost.lost_at, l.removing_at
FROM (
    SELECT a.id AS account_id, a.telegram_id, a.display_name, r.connected_at, MAX(CASE
        WHEN g.revoked_at IS NULL OR g.revoked_at > g.expires_at THEN g.expires_at ELSE g.revoked_at END) AS lost_at
    FROM staffrooms r JOIN events e ON e.id = r.event_id
    JOIN grants g ON g.role IN ('owner', 'organizer') AND g.unit_id IS NULL
        AND (g.programme_id IS NULL OR g.programme_id = e.programme_id) AND (g.event_id IS NULL OR g.event_id = e.id)
    JOIN accounts a ON a.id = g.account_id
    WHERE r.id = :room_id AND a.telegram_id > 0 AND (g.revoked_at <= :now OR g.expires_at <= :now)
        AND NOT EXISTS (
            SELECT 1 FROM grants h
            WHERE h.account_id = a.id AND h.role IN ('owner', 'organizer') AND h.unit_id IS NULL
                AND (h.programme_id IS NULL OR h.programme_id = e.programme_id)
                AND (h.event_id IS NULL OR h.event_id = e.id)
                AND h.revoked_at IS NULL AND (h.expires_at IS NULL OR h.expires_at > :now))
    GROUP BY a.id, a.telegram_id, a.display_name, r.connected_at
) AS lost
LEFT JOIN staffroom_leavers l
    ON l.room_id = :room_id AND l.account_id = lost.account_id AND l.lost_at = lost.lost_at
WHERE lost.lost_at >= lost.connected_at AND l.settled_at IS NULL
ORDER BY lost.account_id LIMIT :most;

-- name: remove!
-- Somebody is being removed from a room.
INSERT INTO staffroom_leavers (room_id, account_id, lost_at, removing_at)
VALUES (:room_id, :account_id, :lost_at, :now) ON CONFLICT (room_id, account_id, lost_at) DO NOTHING;

-- name: settle_leaver!
-- What became of somebody who lost the role.
INSERT INTO staffroom_leavers (room_id, account_id, lost_at, settled_at, outcome)
VALUES (:room_id, :account_id, :lost_at, :now, :outcome)
ON CONFLICT (room_id, account_id, lost_at) DO UPDATE SET settled_at = excluded.settled_at, outcome = excluded.outcome;

-- name: drop_leavers_of_room!
-- Forget who was to leave a room.
DELETE FROM staffroom_leavers WHERE room_id = :room_id;

-- name: forget_leaver!
-- Forget that somebody was to leave a room.
DELETE FROM staffroom_leavers WHERE account_id = :account_id;
