-- Schools and other org units that were added in the chat.

-- name: add
-- A new unit, last among its neighbours.
INSERT INTO org_units (programme_id, parent_id, code, kind, title, search_text, position)
VALUES (:programme_id, :parent_id, :code, :kind, :title, :search_text, (
    SELECT COALESCE(max(u.position), 0) + 1 FROM org_units u
    WHERE u.programme_id = :programme_id AND u.parent_id = :parent_id))
RETURNING id;

-- name: rename!
-- A unit is called something else.
UPDATE org_units SET title = :title, search_text = :search_text WHERE id = :unit_id;

-- name: touch!
-- The units of a programme have changed: whoever keeps them reads them anew.
UPDATE programmes SET loaded_at = CASE WHEN loaded_at < :now THEN :now ELSE loaded_at + 1 END WHERE id = :programme_id;

-- name: drop!
-- A unit is no more.
DELETE FROM org_units WHERE id = :unit_id;

-- name: used
-- Units that something refers to, the codes of those that somebody chose in a form among them.
SELECT unit_id AS id, NULL AS value FROM registrations WHERE unit_id IS NOT NULL
UNION SELECT unit_id, NULL FROM quotas UNION SELECT unit_id, NULL FROM grants WHERE unit_id IS NOT NULL
UNION SELECT unit_id, NULL FROM links WHERE unit_id IS NOT NULL UNION SELECT unit_id, NULL FROM coordinator_links
UNION SELECT unit_id, NULL FROM unit_links UNION SELECT unit_id, NULL FROM nominees
UNION SELECT unit_id, NULL FROM arrivals UNION SELECT unit_id, NULL FROM threads WHERE unit_id IS NOT NULL
UNION SELECT parent_id, NULL FROM org_units WHERE parent_id IS NOT NULL
UNION SELECT NULL, value FROM answers WHERE value LIKE '"added-%';

-- name: import
-- What somebody wrote from a file at an instant.
SELECT data FROM audit
WHERE subject = 'event' AND subject_id = :event_id AND action = 'schools.import' AND account_id = :account_id AND at = :at;

-- name: undone
-- Whether that was taken back.
SELECT 1 FROM audit
WHERE subject = 'event' AND subject_id = :event_id AND action = 'schools.import-undo' AND data = :data;
