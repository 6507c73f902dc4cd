-- name: add!
-- A draft that answers what a newer version asks of a registration.
INSERT INTO supplements (draft_id, registration_id, before_draft_id, known, begun_at)
VALUES (:draft_id, :registration_id, :before_draft_id, :known, :now);

-- name: open
-- The supplement of a registration that is not finished.
SELECT * FROM supplements WHERE registration_id = :registration_id AND finished_at IS NULL;

-- name: by_draft
-- The supplement that a draft belongs to.
SELECT * FROM supplements WHERE draft_id = :draft_id;

-- name: finish!
-- The newer answers are the registration's.
UPDATE supplements SET finished_at = :now WHERE draft_id = :draft_id;

-- name: drop!
-- A supplement that came to nothing.
DELETE FROM supplements WHERE draft_id = :draft_id;

-- name: know!
-- What is not asked again.
UPDATE supplements SET known = :known WHERE draft_id = :draft_id;

-- name: replace!
-- Let a registration stand on newer answers.
UPDATE registrations SET draft_id = :draft_id, form_version_id = :form_version_id, revision = revision + 1,
    changed_at = :now
WHERE id = :registration_id AND revision = :revision;
