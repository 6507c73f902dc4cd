-- When backups were made, and what came out of one.

-- name: find_last
-- When the last backup that was verified by restoring it was finished.
SELECT max(finished_at) AS at FROM backups WHERE state = 'done';

-- name: find_newest
-- When the last backup that was verified was begun and finished.
SELECT started_at, finished_at FROM backups WHERE state = 'done' ORDER BY finished_at DESC, id DESC LIMIT 1;

-- name: find_attempt
-- The newest attempt for one moment.
SELECT id, state, started_at FROM backups WHERE due_at = :due_at ORDER BY started_at DESC, id DESC LIMIT 1;

-- name: start
-- Begin an attempt.
INSERT INTO backups (due_at, started_at) VALUES (:due_at, :at) RETURNING id;

-- name: finish!
-- Say how an attempt ended.
UPDATE backups SET state = :state, bytes = :bytes, finished_at = :at WHERE id = :id AND state = 'started';

-- name: abandon!
-- An attempt whose process did not come to its end has failed.
UPDATE backups SET state = 'failed', finished_at = :at WHERE state = 'started' AND started_at <= :before;

-- name: forget!
-- Old attempts tell nothing any more.
DELETE FROM backups WHERE started_at <= :before;

-- name: hold!
-- This database came out of a backup: nothing leaves until it is released.
INSERT INTO restores (made_at, restored_at) VALUES (:made_at, :at);

-- name: find_hold
-- What holds everything back.
SELECT made_at, restored_at FROM restores WHERE released_at IS NULL ORDER BY id DESC LIMIT 1;

-- name: release!
-- Let messages leave again.
UPDATE restores SET released_at = :at WHERE released_at IS NULL;

-- name: list_due
-- How many messages of each kind leave as soon as they may.
SELECT template, count(*) AS number FROM outbox
WHERE (state = 'due' AND not_before <= :at) OR state = 'sending' GROUP BY template ORDER BY template;

-- name: drop_due!
-- What was due before a release may have been sent by what was lost: it stays unsent.
UPDATE outbox SET state = 'stopped', lease_until = NULL, finished_at = :at
WHERE (state IN ('due', 'held') AND not_before <= :at) OR state = 'sending';
