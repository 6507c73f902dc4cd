-- name: count
-- How many registrations an event has.
SELECT count(*) AS number FROM registrations r WHERE r.event_id = :event_id
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: page
-- The next registrations of an event with who they are of, in the order of their numbers.
SELECT r.*, p.full_name, p.born_on, p.phone, q.name AS squad_name, q.number AS squad_number
FROM registrations r JOIN participants p ON p.id = r.participant_id
LEFT JOIN squad_roll l ON l.registration_id = r.id LEFT JOIN squads q ON q.id = l.squad_id
WHERE r.event_id = :event_id AND r.id > :after AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id LIMIT :limit;

-- name: answers
-- What these registrations were submitted with, but nothing that is sealed.
SELECT a.draft_id, a.question, a.value FROM registrations r JOIN answers a ON a.draft_id = r.draft_id
WHERE r.event_id = :event_id AND r.id > :after AND r.id <= :last AND substr(a.value, 1, 1) <> '~'
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');
