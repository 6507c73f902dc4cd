-- Which process looks after which chats.

-- name: forget_replicas!
-- Drop processes that have not been heard of for long.
DELETE FROM replicas WHERE seen_until <= :now;

-- name: see_replica!
-- A process says that it is alive.
INSERT INTO replicas (name, seen_until) VALUES (:holder, :until)
ON CONFLICT (name) DO UPDATE SET seen_until = excluded.seen_until;

-- name: drop_replica!
-- A process says goodbye.
DELETE FROM replicas WHERE name = :holder;

-- name: count_replicas
-- How many processes are alive.
SELECT count(*) AS number FROM replicas WHERE seen_until > :now;

-- name: renew!
-- Keep what a process holds.
UPDATE shares SET held_until = :until WHERE holder = :holder;

-- name: take!
-- Take shares that nobody holds, up to a number.
UPDATE shares SET holder = :holder, held_until = :until WHERE number IN (
    SELECT number FROM shares WHERE (holder IS NULL OR held_until <= :now) AND (holder IS NULL OR holder <> :holder)
    ORDER BY number LIMIT :most);

-- name: give!
-- Let go of shares, highest first, so that somebody else can take them.
UPDATE shares SET holder = NULL, held_until = 0 WHERE number IN (
    SELECT number FROM shares WHERE holder = :holder ORDER BY number DESC LIMIT :most);

-- name: held
-- The shares a process holds.
SELECT number FROM shares WHERE holder = :holder ORDER BY number;
