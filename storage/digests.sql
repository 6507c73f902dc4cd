-- What each person wants at once, and what waits for their digest or is kept for them.

-- name: find
-- What a person chose.
SELECT attention, hour FROM attentions WHERE account_id = :account_id;

-- name: save!
-- Remember what a person chose.
INSERT INTO attentions (account_id, attention, hour, changed_at) VALUES (:account_id, :attention, :hour, :now)
ON CONFLICT (account_id) DO UPDATE
SET attention = excluded.attention, hour = excluded.hour, changed_at = excluded.changed_at;

-- name: forget!
-- What a person chose is forgotten.
DELETE FROM attentions WHERE account_id = :account_id;

-- name: zone
-- The zone of the event a person's family has last to do with; whoever has none lives by the newest event's.
SELECT e.timezone FROM events e
ORDER BY CASE WHEN e.id IN (SELECT f.event_id FROM family f WHERE f.account_id = :account_id) THEN 0 ELSE 1 END,
    e.ends_on DESC, e.id DESC
LIMIT 1;

-- name: hold!
-- A due message waits for the evening.
UPDATE outbox SET state = 'held', not_before = :at WHERE id = :id AND state = 'due';

-- name: keep!
-- A due message is kept for whoever wants only what is urgent.
UPDATE outbox SET state = 'kept', finished_at = :now WHERE id = :id AND state = 'due';

-- name: keep_late!
-- What a digest comes too late for is kept.
UPDATE outbox SET state = 'kept', digest_id = NULL, finished_at = :now
WHERE digest_id = :id AND state = 'held' AND not_after <= :now;

-- name: leave_out!
-- What must wait longer is in no digest yet.
UPDATE outbox SET digest_id = NULL WHERE digest_id = :id AND state = 'held' AND not_before > :now;

-- name: count_members
-- How many messages a digest stands for.
SELECT COUNT(*) AS number FROM outbox WHERE digest_id = :id AND state = 'held';

-- name: members
-- What a digest stands for, in order.
SELECT id, template, data FROM outbox WHERE digest_id = :id AND state IN ('held', 'sending') ORDER BY created_at, id;

-- name: take!
-- What a digest stands for is on its way with it.
UPDATE outbox SET state = 'sending' WHERE digest_id = :id AND state = 'held';

-- name: give_back!
-- What a digest stands for waits again.
UPDATE outbox SET state = 'held', lost_replies = lost_replies + :lost WHERE digest_id = :id AND state = 'sending';

-- name: end!
-- What became of a digest became of everything in it.
UPDATE outbox SET state = :state, finished_at = :now WHERE digest_id = :id AND state IN ('held', 'sending');

-- name: ready
-- Whose digest is due.
SELECT account_id FROM outbox
WHERE state = 'held' AND digest_id IS NULL AND not_before <= :now GROUP BY account_id ORDER BY account_id;

-- name: collect!
-- Everything of one person that waits no longer belongs to one digest.
UPDATE outbox SET digest_id = (SELECT d.id FROM outbox d WHERE d.dedup_key = :dedup_key)
WHERE account_id = :account_id AND state = 'held' AND digest_id IS NULL AND not_before <= :now;

-- name: waiting
-- What waits for a person's digest and is not in one yet, but for what an organizer paused.
SELECT id, not_after FROM outbox
WHERE account_id = :account_id AND state = 'held' AND digest_id IS NULL AND not_before < :far ORDER BY id;

-- name: set_time!
-- A message waits until another instant.
UPDATE outbox SET not_before = :at WHERE id = :id AND state = 'held' AND digest_id IS NULL;

-- name: keep_waiting!
-- Whoever wants only what is urgent finds what waited among what is kept.
UPDATE outbox SET state = 'kept', finished_at = :now
WHERE account_id = :account_id AND state = 'held' AND digest_id IS NULL AND not_before < :far;

-- name: missed
-- One page of what a person was not told at once: kept, or waiting for the evening; newest first.
SELECT id, template, data, state, created_at FROM outbox
WHERE account_id = :account_id AND state IN ('kept', 'held') AND not_before < :far AND data <> '{}'
    AND NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = outbox.broadcast_id AND b.state IN ('removing', 'removed'))
ORDER BY created_at DESC, id DESC LIMIT :limit OFFSET :skipped;

-- name: count_missed
-- How much a person was not told at once.
SELECT COUNT(*) AS number FROM outbox
WHERE account_id = :account_id AND state IN ('kept', 'held') AND not_before < :far AND data <> '{}'
    AND NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = outbox.broadcast_id AND b.state IN ('removing', 'removed'));

-- name: own
-- A message that a person was not told at once, or got in a digest.
SELECT id, template, data FROM outbox
WHERE id = :id AND account_id = :account_id AND data <> '{}'
    AND (state IN ('kept', 'held') AND not_before < :far OR digest_id IS NOT NULL AND state = 'sent')
    AND (broadcast_id IS NULL OR NOT EXISTS (SELECT 1 FROM strangers s WHERE s.account_id = outbox.account_id))
    AND NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = outbox.broadcast_id AND b.state IN ('removing', 'removed'));

-- name: left
-- What a digest still stands for when it no longer names what was deleted.
SELECT m.id, m.template, m.data
FROM outbox w JOIN outbox c ON c.id = w.about_id JOIN outbox m ON m.digest_id = c.digest_id
WHERE w.id = :id AND m.state = 'sent' AND m.data <> '{}'
    AND NOT EXISTS (SELECT 1 FROM broadcasts b WHERE b.id = m.broadcast_id AND b.state IN ('removing', 'removed'))
ORDER BY m.created_at, m.id;
