-- name: stop!
-- End an owed message that is not true any more, if it has not left yet.
UPDATE outbox SET state = 'stopped', finished_at = :now WHERE dedup_key = :dedup_key AND state = 'due';
