-- name: stop!
-- End an owed message that is not true any more, if it has not left yet.
UPDATE outbox SET state = 'stopped', finished_at = :now WHERE dedup_key = :dedup_key AND state = 'due';

-- name: known
-- Whether a message with a dedup key was ever owed.
SELECT 1 FROM outbox WHERE dedup_key = :dedup_key;
