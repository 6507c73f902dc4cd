-- name: stop!
-- End an owed message that is not true any more, if it has not left yet.
UPDATE outbox SET state = 'stopped', finished_at = :now WHERE dedup_key = :dedup_key AND state IN ('due', 'held', 'kept');

-- name: known
-- Whether a message with a dedup key was ever owed.
SELECT 1 FROM outbox WHERE dedup_key = :dedup_key;

-- name: stop_about!
-- What is owed to an account about a registration is not owed any more: its JSON names it in one of three ways.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state IN ('due', 'held', 'kept') AND account_id = :account_id
    AND (data LIKE :about_last OR data LIKE :about OR data LIKE :listed);

-- name: blank_told!
-- What a digest told an account about a registration cannot be opened any more.
UPDATE outbox SET data = '{}'
WHERE account_id = :account_id AND digest_id IS NOT NULL AND data <> '{}'
    AND (data LIKE :about_last OR data LIKE :about OR data LIKE :listed);

-- name: stop_announcements!
-- Announcements owed to an account that is in no audience any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state IN ('due', 'held', 'kept') AND account_id = :account_id AND broadcast_id IS NOT NULL AND about_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM family f WHERE f.account_id = outbox.account_id);

-- name: leased
-- Whether any message is leased to a sender.
SELECT id FROM outbox WHERE state = 'sending' AND lease_until > :now LIMIT 1;
