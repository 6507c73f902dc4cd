-- name: add!
-- Who did what to which row, and when.
INSERT INTO audit (account_id, action, subject, subject_id, at, data)
VALUES (:account_id, :action, :subject, :subject_id, :at, :data);

-- name: by_subject
-- The history of one row, oldest first.
SELECT * FROM audit WHERE subject = :subject AND subject_id = :subject_id ORDER BY id;
