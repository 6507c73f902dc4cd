-- What participants think of sessions; whose it is nobody reads but they themselves.

-- name: rate!
-- How many stars, once more if need be.
INSERT INTO session_feedback (session_id, registration_id, stars, given_at)
VALUES (:session_id, :registration_id, :stars, :now)
ON CONFLICT (session_id, registration_id) DO UPDATE SET stars = excluded.stars, given_at = excluded.given_at;

-- name: tag!
-- The one word.
UPDATE session_feedback SET tag = :tag, given_at = :now
WHERE session_id = :session_id AND registration_id = :registration_id;

-- name: say!
-- The line.
UPDATE session_feedback SET words = :words, given_at = :now
WHERE session_id = :session_id AND registration_id = :registration_id;

-- name: own
-- What a registration thinks of every session.
SELECT session_id, stars, tag, words FROM session_feedback WHERE registration_id = :registration_id;

-- name: counts
-- How many gave how many stars with which word, session by session of an event.
SELECT f.session_id, f.stars, f.tag, count(*) AS number FROM sessions s JOIN session_feedback f ON f.session_id = s.id
WHERE s.event_id = :event_id GROUP BY f.session_id, f.stars, f.tag;

-- name: counts_of
-- How many gave how many stars with which word about one session.
SELECT session_id, stars, tag, count(*) AS number FROM session_feedback
WHERE session_id = :session_id GROUP BY session_id, stars, tag;

-- name: words
-- The lines about an event's sessions, in no order that says whose they are.
SELECT f.session_id, f.words FROM sessions s JOIN session_feedback f ON f.session_id = s.id
WHERE s.event_id = :event_id AND f.words IS NOT NULL ORDER BY f.session_id, f.words;

-- name: drop_old!
-- Delete a batch of lines about sessions that ended long ago; the figures stay.
UPDATE session_feedback SET words = NULL WHERE (session_id, registration_id) IN (
    SELECT f.session_id, f.registration_id FROM sessions s JOIN session_feedback f ON f.session_id = s.id
    WHERE s.ends_at < :before AND f.words IS NOT NULL LIMIT :most);

-- name: count_old
-- How many lines about sessions that ended long ago are still there.
SELECT count(*) AS number FROM sessions s JOIN session_feedback f ON f.session_id = s.id
WHERE s.ends_at < :before AND f.words IS NOT NULL;
