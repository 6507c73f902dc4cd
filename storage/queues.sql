-- name: join!
-- Wait for a place of a session, once.
INSERT INTO session_queue (session_id, registration_id, queued_at) VALUES (:session_id, :registration_id, :now)
ON CONFLICT DO NOTHING;

-- name: leave!
-- Wait for a place no more.
DELETE FROM session_queue WHERE session_id = :session_id AND registration_id = :registration_id;

-- name: leave_all!
-- A registration waits for no session any more.
DELETE FROM session_queue WHERE registration_id = :registration_id;

-- name: clear!
-- Nobody waits for a session any more.
DELETE FROM session_queue WHERE session_id = :session_id;

-- name: waiting
-- Who waits for a session, in order.
SELECT registration_id FROM session_queue WHERE session_id = :session_id ORDER BY id;

-- name: places_in
-- How many wait before a registration, itself included, for each session it waits for.
SELECT mine.session_id, count(*) AS position FROM session_queue mine
JOIN session_queue q ON q.session_id = mine.session_id AND q.id <= mine.id
WHERE mine.registration_id = :registration_id GROUP BY mine.session_id;

-- name: ready
-- Sessions somebody waits for that have a free place and have not begun.
SELECT s.id FROM sessions s WHERE s.is_cancelled = 0 AND s.capacity IS NOT NULL AND s.taken < s.capacity
AND s.starts_at > :now AND EXISTS (SELECT 1 FROM session_queue q WHERE q.session_id = s.id) ORDER BY s.id;
