-- Files that people sent as answers.

-- name: add!
-- A file lies in the folder.
INSERT INTO uploads (name, account_id, draft_id, question, size, kept_at)
VALUES (:file, :account_id, :draft_id, :question, :size, :now);

-- name: load
-- How many files of an account are kept, and how many bytes they take.
SELECT count(*) AS number, coalesce(sum(size), 0) AS bytes FROM uploads WHERE account_id = :account_id;

-- name: kept_before
-- A batch of files kept before an instant, after one of them.
SELECT name, draft_id, question FROM uploads WHERE kept_at < :before AND name > :after ORDER BY name LIMIT :limit;

-- name: earlier
-- What the answer to a question was, or may become, by changes after submission.
SELECT a.* FROM amendments a JOIN registrations r ON r.id = a.registration_id
WHERE r.draft_id = :draft_id AND a.question = :question;

-- name: known
-- Whether a file is kept.
SELECT 1 FROM uploads WHERE name = :file;

-- name: drop!
-- A file is kept no more.
DELETE FROM uploads WHERE name = :file;
