-- name: by_unit
-- How many registrations of an event passed each step, by org unit; one more row for the forms that were begun.
SELECT r.unit_id, 0 AS started, count(*) AS submitted,
    sum(CASE WHEN EXISTS (SELECT 1 FROM guardian_links g
        WHERE g.participant_id = r.participant_id AND g.ended_at IS NULL) THEN 1 ELSE 0 END) AS guardian,
    sum(CASE WHEN r.consent_id IS NULL THEN 0 ELSE 1 END) AS consented,
    sum(CASE WHEN r.status = 'confirmed' THEN 1 ELSE 0 END) AS confirmed,
    sum(CASE WHEN EXISTS (SELECT 1 FROM tickets t
        WHERE t.registration_id = r.id AND t.revoked_at IS NULL) THEN 1 ELSE 0 END) AS ticket,
    sum(CASE WHEN r.status IN ('declined', 'refused', 'cancelled') THEN 1 ELSE 0 END) AS ended
FROM registrations r
WHERE r.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
GROUP BY r.unit_id
UNION ALL
SELECT NULL, count(*), 0, 0, 0, 0, 0, 0 FROM drafts d WHERE d.event_id = :event_id AND :units IS NULL;

-- name: stops
-- At which question the open forms of an event stopped that were never sent, most first; none for a part of an event.
SELECT d.question, max(d.form_version_id) AS form_version_id, count(*) AS number FROM drafts d
WHERE d.event_id = :event_id AND d.state = 'open' AND :units IS NULL
AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id)
GROUP BY d.question ORDER BY number DESC, d.question;
