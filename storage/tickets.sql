-- name: add
-- A new ticket; only the hash of its secret is kept.
INSERT INTO tickets (registration_id, code, token_hash, issued_at)
VALUES (:registration_id, :code, :token_hash, :issued_at)
RETURNING *;

-- name: revoke!
-- End the ticket of a registration that is good now.
UPDATE tickets SET revoked_at = :now WHERE registration_id = :registration_id AND revoked_at IS NULL;

-- name: good
-- The ticket of a registration that is good now, locked.
SELECT * FROM tickets WHERE registration_id = :registration_id AND revoked_at IS NULL;

-- name: by_hash
-- The ticket behind a secret, good or not.
SELECT * FROM tickets WHERE token_hash = :token_hash;

-- name: of_registration
-- One ticket of a registration, good or not.
SELECT * FROM tickets WHERE id = :ticket_id AND registration_id = :registration_id;

-- name: by_code
-- The ticket behind a short code, good or not.
SELECT * FROM tickets WHERE code = :code;
