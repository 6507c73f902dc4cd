-- name: active
-- Everybody whose registration for an event stands, with what can show that two of them are one.
SELECT r.id, r.participant_id, r.unit_id, p.search_name, p.born_on, p.phone
FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND r.status NOT IN ('declined', 'refused', 'cancelled') AND p.search_name <> ''
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id DESC LIMIT :limit;

-- name: active_alike
-- Those whose registration for an event stands and who share the name, the birth date or the phone of somebody.
SELECT r.id, r.participant_id, r.unit_id, p.search_name, p.born_on, p.phone
FROM participants p JOIN registrations r ON r.participant_id = p.id
WHERE p.id IN (
    SELECT id FROM participants WHERE search_name = :search_name
    UNION SELECT id FROM participants WHERE born_on = :born_on
    UNION SELECT id FROM participants WHERE phone = :phone
    UNION SELECT id FROM participants WHERE id = :participant_id)
AND r.event_id = :event_id AND r.status NOT IN ('declined', 'refused', 'cancelled') AND p.search_name <> ''
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%') LIMIT :limit;

-- name: guardians
-- The guardians of everybody whose registration for an event stands.
SELECT g.participant_id, g.account_id FROM registrations r
JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL
WHERE r.event_id = :event_id AND r.status NOT IN ('declined', 'refused', 'cancelled')
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: different
-- The pairs of an event that are known to be two people.
SELECT one_id, other_id FROM different_people WHERE event_id = :event_id AND undone_at IS NULL;

-- name: add_different!
-- Remember that two participants are two people.
INSERT INTO different_people (event_id, one_id, other_id, decided_by, decided_at)
VALUES (:event_id, :one_id, :other_id, :account_id, :now)
ON CONFLICT DO NOTHING;

-- name: undo_different!
-- Forget that two participants are two people.
UPDATE different_people SET undone_at = :now
WHERE event_id = :event_id AND one_id = :one_id AND other_id = :other_id AND undone_at IS NULL;

-- name: accounts_of
-- Whoever reads something about a participant: the account of their own, the guardians', whoever registered them.
SELECT account_id, 1 AS is_own FROM participants WHERE id = :participant_id AND account_id IS NOT NULL
UNION ALL
SELECT account_id, 0 AS is_own FROM guardian_links
WHERE participant_id = :participant_id AND ended_at IS NULL AND may_know = 1
UNION ALL
SELECT account_id, 0 AS is_own FROM acting WHERE participant_id = :participant_id;

-- name: has_limits
-- Whether somebody was ever limited as a guardian of one of two participants.
SELECT 1 FROM guardian_links WHERE participant_id IN (:one_id, :other_id) AND limited_at IS NOT NULL LIMIT 1;

-- name: programmes_of
-- The programmes two participants are registered in.
SELECT DISTINCT e.programme_id FROM registrations r JOIN events e ON e.id = r.event_id
WHERE r.participant_id IN (:one_id, :other_id);

-- name: add_merge
-- Remember a merge and all that is needed to take it back.
INSERT INTO merges (event_id, kept_id, gone_id, kept_registration_id, ended_registration_id, ended_status, links,
    merged_by, merged_at)
VALUES (:event_id, :kept_id, :gone_id, :kept_registration_id, :ended_registration_id, :ended_status, :links,
    :account_id, :now)
RETURNING id;

-- name: merge
-- One merge, locked.
SELECT * FROM merges WHERE id = :merge_id;

-- name: undo_merge!
-- A merge is taken back, once.
UPDATE merges SET undone_by = :account_id, undone_at = :now WHERE id = :merge_id AND undone_at IS NULL;

-- name: later_merge
-- A newer merge that touches one of two participants and still stands.
SELECT id FROM merges WHERE id > :merge_id AND undone_at IS NULL
AND (kept_id IN (:kept_id, :gone_id) OR gone_id IN (:kept_id, :gone_id)) LIMIT 1;

-- name: merges
-- The newest merges of an event, with who made them and whose registration stays.
SELECT m.id, m.kept_registration_id, m.merged_at, m.undone_at, p.full_name, a.display_name
FROM merges m JOIN registrations r ON r.id = m.kept_registration_id JOIN participants p ON p.id = r.participant_id
JOIN accounts a ON a.id = m.merged_by
WHERE m.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%') ORDER BY m.id DESC LIMIT :limit;
