-- name: of_registration
-- Everything that was done with a registration or seen of it, newest first, with who it was.
SELECT t.*, a.display_name FROM audit t LEFT JOIN accounts a ON a.id = t.account_id
WHERE t.subject = 'registration' AND t.subject_id = :registration_id
ORDER BY t.id DESC LIMIT :limit OFFSET :skipped;

-- name: of_account
-- Everything a person did or saw, newest first.
SELECT t.*, a.display_name FROM audit t LEFT JOIN accounts a ON a.id = t.account_id
WHERE t.account_id = :account_id ORDER BY t.id DESC LIMIT :limit OFFSET :skipped;

-- name: views
-- By which role and when a registration was looked at, newest first.
SELECT action, at, data FROM audit
WHERE subject = 'registration' AND subject_id = :registration_id
AND action IN ('registration.view', 'health.read', 'ticket.check') ORDER BY id DESC LIMIT :limit;
