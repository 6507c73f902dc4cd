-- name: facts
-- What the rules look at, for every registration of an event that stands.
SELECT r.id, r.unit_id, r.account_id, r.needs_consent, r.consent_id, p.full_name, p.born_on, p.phone, d.on_behalf,
    (SELECT a.value FROM answers a WHERE a.draft_id = r.draft_id AND a.question = :grade) AS grade
FROM registrations r JOIN participants p ON p.id = r.participant_id JOIN drafts d ON d.id = r.draft_id
WHERE r.event_id = :event_id AND r.status NOT IN ('declined', 'refused', 'cancelled') AND p.search_name <> ''
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id LIMIT :limit;

-- name: settled
-- What was found to be fine about the registrations of an event.
SELECT s.registration_id, s.doubt FROM settled_doubts s JOIN registrations r ON r.id = s.registration_id
WHERE r.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: settle!
-- Something about a registration is fine.
INSERT INTO settled_doubts (registration_id, doubt, settled_by, settled_at)
VALUES (:registration_id, :doubt, :account_id, :now)
ON CONFLICT DO NOTHING;

-- name: unsettle!
-- What was found fine about a registration at one instant is to be looked at again.
DELETE FROM settled_doubts WHERE registration_id = :registration_id AND settled_at = :settled_at;
