-- Whose accounts speak at which sessions, and what they answer.

-- name: add!
-- An account speaks at a session.
INSERT INTO speakers (session_id, account_id, known_as, since_at) VALUES (:session_id, :account_id, :known_as, :now)
ON CONFLICT (session_id, account_id) DO NOTHING;

-- name: drop!
-- An account speaks at a session no more.
DELETE FROM speakers WHERE session_id = :session_id AND account_id = :account_id;

-- name: of_session
-- The accounts that speak at a session.
SELECT k.*, a.display_name, a.language FROM speakers k JOIN accounts a ON a.id = k.account_id
WHERE k.session_id = :session_id ORDER BY k.since_at, k.account_id;

-- name: of_event
-- The accounts that speak at an event's sessions.
SELECT k.*, a.display_name, a.language FROM speakers k JOIN accounts a ON a.id = k.account_id
JOIN sessions s ON s.id = k.session_id
WHERE s.event_id = :event_id ORDER BY s.starts_at, s.id, k.since_at, k.account_id;

-- name: sessions
-- The sessions at which an account speaks, in order.
SELECT s.* FROM speakers k JOIN sessions s ON s.id = k.session_id
WHERE k.account_id = :account_id AND s.ends_at > :since ORDER BY s.starts_at, s.id;

-- name: speaks
-- Whether an account speaks anywhere.
SELECT 1 FROM speakers k JOIN sessions s ON s.id = k.session_id
WHERE k.account_id = :account_id AND s.ends_at > :since LIMIT 1;

-- name: answer!
-- What a speaker says about coming.
UPDATE speakers SET answer = :answer, answered_at = :now WHERE session_id = :session_id AND account_id = :account_id;

-- name: ask_again!
-- What a session's speakers said is about something else now.
UPDATE speakers SET answer = NULL, answered_at = NULL WHERE session_id = :session_id
AND answered_at <= :before;

-- name: expected
-- How many take part in what a session is for.
SELECT count(*) AS number FROM sessions s JOIN registrations r ON r.event_id = s.event_id AND r.status = 'confirmed'
JOIN streams m ON m.id = r.stream_id
WHERE s.id = :session_id
AND (s.stream_id = r.stream_id OR (s.stream_id IS NULL AND m.starts_on <= s.held_on AND s.held_on <= m.ends_on))
AND (s.squads = '' OR EXISTS (
    SELECT 1 FROM squad_roll l WHERE l.registration_id = r.id AND s.squads LIKE '%,' || l.squad_id || ',%'));
