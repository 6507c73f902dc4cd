-- name: add!
-- A new single-use link; only the hash of its secret is kept.
INSERT INTO links (kind, token_hash, registration_id, role, programme_id, created_by, created_at, expires_at)
VALUES (:kind, :token_hash, :registration_id, :role, :programme_id, :created_by, :now, :expires_at);

-- name: by_hash
-- The link behind a secret, locked.
SELECT * FROM links WHERE token_hash = :token_hash FOR UPDATE;

-- name: revoke_unused!
-- Take back the unused guardian links of a registration.
UPDATE links SET revoked_at = :now
WHERE registration_id = :registration_id AND kind = 'guardian' AND used_at IS NULL AND revoked_at IS NULL;

-- name: use!
-- Spend a link, once.
UPDATE links SET used_by = :account_id, used_at = :now WHERE id = :link_id AND used_at IS NULL;
