-- Pupils whom schools named before they came.

-- name: add!
-- One more pupil with a personal link.
INSERT INTO nominees (event_id, unit_id, full_name, search_name, born_on, grade, noise, token_hash, nominated_by,
    nominated_at, expires_at)
VALUES (:event_id, :unit_id, :full_name, :search_name, :born_on, :grade, :noise, :token_hash, :nominated_by,
    :now, :expires_at);

-- name: of_unit
-- The pupils a school named, with whether each has begun and registered.
SELECT n.*, (SELECT count(*) FROM drafts d WHERE d.account_id = n.account_id AND d.event_id = n.event_id) AS began,
    (SELECT count(*) FROM drafts d WHERE d.account_id = n.account_id AND d.event_id = n.event_id
        AND d.state = 'submitted') AS sent
FROM nominees n WHERE n.event_id = :event_id AND n.unit_id = :unit_id ORDER BY n.search_name, n.id;

-- name: by_hash
-- The pupil behind a secret, locked.
SELECT n.*, 0 AS began, 0 AS sent FROM nominees n WHERE n.token_hash = :token_hash;

-- name: by_account
-- The pupil as whom somebody came to an event.
SELECT n.*, 0 AS began, 0 AS sent FROM nominees n WHERE n.event_id = :event_id AND n.account_id = :account_id
ORDER BY n.id DESC LIMIT 1;

-- name: open!
-- A personal link belongs to the first who opens it.
UPDATE nominees SET account_id = :account_id, opened_at = :now WHERE id = :nominee_id AND account_id IS NULL;

-- name: drop_unopened!
-- A list that was a slip; whoever came already stays.
DELETE FROM nominees WHERE event_id = :event_id AND unit_id = :unit_id AND nominated_at = :nominated_at
AND account_id IS NULL;

-- name: known
-- Names and birth dates of all who are registered for an event or named for it.
SELECT p.full_name, p.born_on FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND r.status NOT IN ('declined', 'refused', 'cancelled')
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
UNION ALL
SELECT n.full_name, n.born_on FROM nominees n WHERE n.event_id = :event_id;
