-- What Telegram sent: received -> effected -> done, or skipped, or quarantined.

-- name: add!
-- Keep an update unless it is already here; touches one row when it is new.
INSERT INTO inbox (update_id, chat_id, kind, raw, state, received_at)
VALUES (:update_id, :chat_id, :kind, :raw, :state, :received_at)
ON CONFLICT (update_id) DO NOTHING;

-- name: find_unfinished
-- One update that still has to be brought to its end.
SELECT update_id, chat_id, kind, raw, state FROM inbox
WHERE update_id = :update_id AND state IN ('received', 'effected');

-- name: list_unfinished
-- The updates that still have to be brought to their end by one process (or, without shares, by the only one), oldest first.
SELECT update_id, chat_id, kind, raw, state FROM inbox
WHERE state IN ('received', 'effected') AND (:holder IS NULL OR EXISTS (
    SELECT 1 FROM shares s WHERE s.number = abs(coalesce(inbox.chat_id, 0)) % 64 AND s.holder = :holder AND s.held_until > :at))
ORDER BY update_id LIMIT :most;

-- name: list_waiting
-- Everything that still has to be brought to its end by one process (or by the only one), without what it says.
SELECT update_id, chat_id, kind FROM inbox
WHERE state IN ('received', 'effected') AND (:holder IS NULL OR EXISTS (
    SELECT 1 FROM shares s WHERE s.number = abs(coalesce(inbox.chat_id, 0)) % 64 AND s.holder = :holder AND s.held_until > :at))
ORDER BY update_id;

-- name: mark_effected!
-- Record that the update's one action is part of this transaction; touches no row the second time, or in another's share.
UPDATE inbox SET state = 'effected' WHERE update_id = :update_id AND state = 'received' AND (:holder IS NULL OR EXISTS (
    SELECT 1 FROM shares s WHERE s.number = abs(coalesce(inbox.chat_id, 0)) % 64 AND s.holder = :holder AND s.held_until > :at));

-- name: finish!
-- Nothing is left to do; what the person wrote is not needed any more.
UPDATE inbox SET state = 'done', raw = '{}', finished_at = :at
WHERE update_id = :update_id AND state IN ('received', 'effected');

-- name: quarantine!
-- Put aside an update that cannot be handled, with what Telegram sent.
UPDATE inbox SET state = 'quarantined', error = :error, attempts = :attempts, finished_at = :at
WHERE update_id = :update_id AND state IN ('received', 'effected');

-- name: counts
-- How many updates are in each state.
SELECT state, count(*) AS number FROM inbox GROUP BY state;
