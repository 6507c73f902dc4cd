-- Who gets a badge.

-- name: list
-- Everybody who takes part in an event (0: all streams, all squads), by squad and name, with the ticket that is good.
SELECT r.id, r.unit_id, p.full_name, q.name AS squad_name, q.number AS squad_number, t.code, t.token_hash
FROM registrations r JOIN participants p ON p.id = r.participant_id
LEFT JOIN tickets t ON t.registration_id = r.id AND t.revoked_at IS NULL
LEFT JOIN squad_roll l ON l.registration_id = r.id LEFT JOIN squads q ON q.id = l.squad_id
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
    AND (:stream_id = 0 OR r.stream_id = :stream_id) AND (:squad_id = 0 OR l.squad_id = :squad_id)
ORDER BY COALESCE(q.number, 1000000), p.search_name, r.id;

-- name: count
-- How many take part in an event (0: all streams, all squads).
SELECT count(*) AS number FROM registrations r LEFT JOIN squad_roll l ON l.registration_id = r.id
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
    AND (:stream_id = 0 OR r.stream_id = :stream_id) AND (:squad_id = 0 OR l.squad_id = :squad_id);
