-- name: get
-- One session.
SELECT * FROM sessions WHERE id = :session_id;

-- name: lock
-- The row of what is scarce: everybody who takes a place or gives one back waits here.
SELECT * FROM sessions WHERE id = :session_id;

-- name: claim_place!
-- Take one place of a session, if it has one.
UPDATE sessions SET taken = taken + 1 WHERE id = :session_id AND capacity IS NOT NULL AND taken < capacity;

-- name: free_place!
-- Give one place of a session back.
UPDATE sessions SET taken = taken - 1 WHERE id = :session_id;

-- name: hold_place!
-- Remember whose place it is, once.
INSERT INTO session_seats (session_id, registration_id, taken_at) VALUES (:session_id, :registration_id, :now)
ON CONFLICT DO NOTHING;

-- name: drop_place!
-- Forget whose place it was.
DELETE FROM session_seats WHERE session_id = :session_id AND registration_id = :registration_id;

-- name: places
-- The sessions a registration has signed up for.
SELECT session_id FROM session_seats WHERE registration_id = :registration_id;

-- name: held_by_squad
-- What a registration has signed up for that is for squads and has not begun.
SELECT s.* FROM session_seats k JOIN sessions s ON s.id = k.session_id
WHERE k.registration_id = :registration_id AND s.squads <> '' AND s.starts_at > :now ORDER BY s.id;

-- name: holders
-- Who has signed up for a session.
SELECT registration_id FROM session_seats WHERE session_id = :session_id;

-- name: holders_on
-- Who has signed up for what on one local day of an event.
SELECT k.registration_id, k.session_id FROM sessions s JOIN session_seats k ON k.session_id = s.id
WHERE s.event_id = :event_id AND s.held_on = :held_on;

-- name: overlapping
-- Another session a registration has signed up for, held at the same time.
SELECT s.id FROM session_seats k JOIN sessions s ON s.id = k.session_id
WHERE k.registration_id = :registration_id AND s.id <> :session_id
AND s.starts_at < :ends_at AND s.ends_at > :starts_at LIMIT 1;
