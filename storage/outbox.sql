-- name: put!
-- Owe one message, unless one with the same dedup key is owed already.
INSERT INTO outbox (
    account_id, priority, template, data, broadcast_id, not_before, not_after, dedup_key, created_at
) VALUES (
    :account_id, :priority, :template, :data, :broadcast_id, :not_before, :not_after, :dedup_key, :created_at
) ON CONFLICT (dedup_key) DO NOTHING;

-- name: list_due
-- One page of what is due at one urgency, oldest first, unless something earlier for the same person is unsettled.
SELECT
    outbox.id, outbox.account_id, outbox.priority, outbox.template, outbox.data, outbox.broadcast_id,
    outbox.not_before, outbox.not_after, outbox.attempts, outbox.created_at, outbox.message_id, outbox.more_ids, outbox.sent_ids, outbox.lost_replies,
    accounts.telegram_id, accounts.language, accounts.reach, broadcasts.state AS broadcast_state,
    (SELECT 1 FROM acknowledgements
        WHERE acknowledgements.broadcast_id = outbox.broadcast_id
            AND acknowledgements.account_id = outbox.account_id) AS has_confirmed,
    attentions.attention, attentions.hour
FROM outbox
JOIN accounts ON accounts.id = outbox.account_id
LEFT JOIN attentions ON attentions.account_id = outbox.account_id
LEFT JOIN broadcasts ON broadcasts.id = outbox.broadcast_id
WHERE outbox.state = 'due'
    AND outbox.priority = :priority
    AND outbox.not_before <= :now
    AND (:holder IS NULL OR EXISTS (
        SELECT 1 FROM shares WHERE shares.number = abs(accounts.telegram_id) % 64
            AND shares.holder = :holder AND shares.held_until > :now))
    AND (outbox.not_before, outbox.id) > (:after_at, :after_id)
    AND outbox.account_id NOT IN (
        SELECT busy.account_id FROM outbox AS busy WHERE busy.state = 'sending' AND busy.priority <= :priority
    )
    AND (outbox.error IS NOT NULL OR outbox.account_id NOT IN (
        SELECT tried.account_id FROM outbox AS tried
        WHERE tried.state = 'due' AND tried.error IS NOT NULL AND tried.priority <= :priority
    ))
ORDER BY outbox.not_before, outbox.id
LIMIT :page;

-- name: find_next_at
-- When the first message of one urgency that is not due yet becomes due.
SELECT MIN(not_before) AS next_at FROM outbox WHERE state = 'due' AND priority = :priority AND not_before > :now;

-- name: take!
-- Lease one due message to a sender.
UPDATE outbox SET state = 'sending', attempts = attempts + 1, lease_until = :lease_until
WHERE id = :id AND state = 'due';

-- name: drop!
-- End a due message without sending it, or its rest; what has arrived of it is known.
UPDATE outbox SET state = :state, error = :error, finished_at = :now,
    (message_id, more_ids) = (COALESCE(message_id, :message_id), COALESCE(more_ids, :more_ids))
WHERE id = :id AND state = 'due';

-- name: mark_asked!
-- Remember that Telegram is about to be asked for a message that must not be sent twice.
UPDATE outbox SET error = 'Asked' WHERE id = :id AND state = 'sending' AND lease_until = :lease_until;

-- name: finish!
-- End a message in the state its sending led to, if the lease is still the sender's.
UPDATE outbox SET state = :state, message_id = COALESCE(:message_id, message_id),
    more_ids = COALESCE(:more_ids, more_ids), error = :error, lease_until = NULL, finished_at = :now
WHERE id = :id AND state = 'sending' AND lease_until = :lease_until;

-- name: return_!
-- Owe a leased message again, or what is left of it, not before an instant; an attempt that never began is not counted.
UPDATE outbox SET sent_ids = COALESCE(:sent_ids, sent_ids),
    state = 'due', not_before = :not_before, error = COALESCE(:error, error), attempts = attempts - :uncounted,
    lost_replies = lost_replies + :lost, lease_until = NULL
WHERE id = :id AND state = 'sending' AND lease_until = :lease_until;

-- name: list_abandoned
-- Leased messages whose sender did not come back in time.
SELECT id, template, attempts, lease_until, error, message_id, sent_ids FROM outbox WHERE state = 'sending' AND lease_until <= :now;

-- name: list_blocks
-- Chats that Telegram wants left alone, and until when.
SELECT accounts.telegram_id, MAX(outbox.not_before) AS until
FROM outbox
JOIN accounts ON accounts.id = outbox.account_id
WHERE outbox.state = 'due' AND outbox.error = 'RetryAfter' AND outbox.not_before > :now
GROUP BY accounts.telegram_id;

-- name: expire!
-- End the due messages that are of no use any more; of one that may have arrived nobody knows, one begun ends when it is due.
UPDATE outbox SET state = CASE WHEN lost_replies = 0 THEN 'expired' ELSE 'unknown' END, finished_at = :now
WHERE state = 'due' AND not_after <= :now AND sent_ids IS NULL;

-- name: stop_broadcast!
-- End what a stopped broadcast still owes; of a copy that may have arrived nobody knows, one begun is finished.
UPDATE outbox SET state = CASE WHEN lost_replies = 0 THEN 'stopped' ELSE 'unknown' END, finished_at = :now
WHERE state IN ('due', 'held') AND sent_ids IS NULL AND broadcast_id = :broadcast_id AND template IN ('broadcast', 'broadcast-again');

-- name: count_by_state
-- How many people's copies of one broadcast are in each state.
SELECT state, COUNT(*) AS number FROM outbox
WHERE broadcast_id = :broadcast_id AND template = 'broadcast' GROUP BY state;
