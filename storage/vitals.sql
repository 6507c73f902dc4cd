-- What is read and written to see whether the program does its work.

-- name: beat!
-- Write a sign of life: whoever can do it can write.
INSERT INTO pulses (name, beat_at) VALUES ('readiness', :at)
ON CONFLICT (name) DO UPDATE SET beat_at = excluded.beat_at;

-- name: schema
-- Every migration this database has.
SELECT number FROM schema_migrations;

-- name: inbox
-- How many updates wait for their end, and since when the oldest does.
SELECT count(*) AS number, min(received_at) AS oldest_at FROM inbox WHERE state IN ('received', 'effected');

-- name: quarantined
-- How many updates were put aside.
SELECT count(*) AS number FROM inbox WHERE state = 'quarantined';

-- name: outbox
-- How many messages of each priority are due, and since when the oldest is.
SELECT priority, count(*) AS number, min(not_before) AS oldest_at
FROM outbox WHERE state = 'due' AND not_before <= :at GROUP BY priority;
