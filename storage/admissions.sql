-- Gates of events, and who was let in.

-- name: gates
-- The gates of an event as its programme file names them.
SELECT gates FROM events WHERE id = :event_id;

-- name: add!
-- Somebody is let in; who was let in at this gate (today) is not let in again.
INSERT INTO admissions (registration_id, gate, on_day, ticket_id, account_id, admitted_at)
VALUES (:registration_id, :gate, :on_day, :ticket_id, :account_id, :now)
ON CONFLICT (registration_id, gate, on_day) DO NOTHING;

-- name: of_registration
-- Where a registration was let in, at which gate on which day and by whom.
SELECT d.gate, d.on_day, d.account_id, d.admitted_at, a.display_name
FROM admissions d JOIN accounts a ON a.id = d.account_id
WHERE d.registration_id = :registration_id ORDER BY d.id;

-- name: remove!
-- Somebody was not let in after all.
DELETE FROM admissions
WHERE registration_id = :registration_id AND gate = :gate AND account_id = :account_id AND admitted_at = :admitted_at;

-- name: count
-- How many of those who take part were let in at a gate, and how many take part.
SELECT COUNT(*) AS expected, COUNT(d.id) AS number
FROM registrations r
LEFT JOIN admissions d ON d.registration_id = r.id AND d.gate = :gate AND d.on_day = :on_day
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: missing
-- One page of those who take part and were not let in at a gate, by name.
SELECT r.id, p.full_name, u.title
FROM registrations r JOIN participants p ON p.id = r.participant_id
LEFT JOIN org_units u ON u.id = r.unit_id
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
    AND NOT EXISTS (
        SELECT 1 FROM admissions d WHERE d.registration_id = r.id AND d.gate = :gate AND d.on_day = :on_day)
ORDER BY p.search_name, r.id LIMIT :limit OFFSET :skipped;

-- name: forget!
-- Where a participant was let in.
DELETE FROM admissions WHERE registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id);
