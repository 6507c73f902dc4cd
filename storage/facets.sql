-- What audiences are chosen by, besides org units: sessions, squads, and people picked by hand.

-- name: session
-- A session of an event.
SELECT s.id, s.title FROM sessions s JOIN events e ON e.id = s.event_id
WHERE s.id = :facet_id AND e.programme_id = :programme_id AND (:event_id IS NULL OR s.event_id = :event_id);

-- name: squad
-- A squad of an event that has not ended.
SELECT q.id, q.name, q.number FROM squads q JOIN events e ON e.id = q.event_id
WHERE q.id = :facet_id AND q.ended_at IS NULL AND e.programme_id = :programme_id
    AND (:event_id IS NULL OR q.event_id = :event_id);

-- name: person
-- Somebody who is registered for an event and has not left it, if a scope covers that registration.
SELECT p.id, p.full_name FROM registrations r
JOIN events e ON e.id = r.event_id JOIN participants p ON p.id = r.participant_id
WHERE p.id = :facet_id AND e.programme_id = :programme_id AND (:event_id IS NULL OR r.event_id = :event_id)
    AND r.status NOT IN ('declined', 'refused', 'cancelled')
    AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
LIMIT 1;

-- name: sessions
-- The sessions of an event one signs up for, in order, each with how many have a place.
SELECT s.id, s.title, s.starts_at, s.taken
FROM sessions s WHERE s.event_id = :event_id AND s.capacity IS NOT NULL AND s.is_cancelled = 0
ORDER BY s.starts_at, s.id LIMIT :limit OFFSET :skipped;

-- name: squads
-- The squads of an event that have not ended.
SELECT id, name, number FROM squads WHERE event_id = :event_id AND ended_at IS NULL
    AND (:stream_id IS NULL OR stream_id = :stream_id)
ORDER BY number LIMIT :limit OFFSET :skipped;
