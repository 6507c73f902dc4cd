-- name: facts
-- What the rules look at, for every registration of an event that stands.
SELECT r.id, r.unit_id, r.account_id, r.needs_consent, r.consent_id, p.full_name, p.born_on, p.phone, d.on_behalf,
    (SELECT a.value FROM answers a WHERE a.draft_id = r.draft_id AND a.question = :grade) AS grade
FROM registrations r JOIN participants p ON p.id = r.participant_id JOIN drafts d ON d.id = r.draft_id
WHERE r.event_id = :event_id AND r.status NOT IN ('declined', 'refused', 'cancelled') AND p.search_name <> ''
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id LIMIT :limit;

-- name: facts_of_some
-- The same for a few registrations (ids as «,1,2,»), once for each doubt that was found to be fine, or once.
SELECT r.id, p.full_name, p.born_on, d.on_behalf, r.needs_consent, r.consent_id, fine.doubt,
    (SELECT a.value FROM answers a WHERE a.draft_id = r.draft_id AND a.question = :grade) AS grade,
    (SELECT count(DISTINCT o.account_id) FROM participants q JOIN registrations o ON o.participant_id = q.id
     WHERE q.phone = p.phone AND o.event_id = r.event_id AND o.status NOT IN ('declined', 'refused', 'cancelled')
     AND (:units IS NULL OR :units LIKE '%,' || o.unit_id || ',%')) AS families,
    (SELECT count(*) FROM registrations o JOIN drafts e ON e.id = o.draft_id
     WHERE o.account_id = r.account_id AND o.event_id = r.event_id AND e.on_behalf <> 'pupil'
     AND o.status NOT IN ('declined', 'refused', 'cancelled')
     AND (:units IS NULL OR :units LIKE '%,' || o.unit_id || ',%')) AS children
FROM registrations r JOIN participants p ON p.id = r.participant_id JOIN drafts d ON d.id = r.draft_id
LEFT JOIN settled_doubts fine ON fine.registration_id = r.id
WHERE r.id BETWEEN :lowest AND :highest AND :ids LIKE '%,' || r.id || ',%' AND r.event_id = :event_id
AND r.status NOT IN ('declined', 'refused', 'cancelled') AND p.search_name <> ''
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id;

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
