-- Children's own accounts that ask to take their registrations over.

-- name: add
-- An account asks to be a participant's.
INSERT INTO takeovers (participant_id, account_id, link_id, asked_at)
VALUES (:participant_id, :account_id, :link_id, :now) RETURNING id;

-- name: get
-- One request that nobody has answered, locked.
SELECT t.*, l.registration_id, a.display_name FROM takeovers t
JOIN links l ON l.id = t.link_id JOIN accounts a ON a.id = t.account_id
WHERE t.id = :takeover_id AND t.decided_at IS NULL;

-- name: decide!
-- Somebody said whether it is the child.
UPDATE takeovers SET decided_at = :now, decided_by = :account_id, is_confirmed = :is_confirmed
WHERE id = :takeover_id AND decided_at IS NULL;

-- name: connect!
-- The participant is the owner of an account from now on.
UPDATE participants SET account_id = :account_id WHERE id = :participant_id AND account_id IS NULL;
