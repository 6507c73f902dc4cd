-- name: add!
-- A new single-use link; only the hash of its secret is kept.
INSERT INTO links (kind, token_hash, registration_id, role, programme_id, event_id, unit_id, squad_id, role_ends_at,
    created_by, created_at, expires_at)
VALUES (:kind, :token_hash, :registration_id, :role, :programme_id, :event_id, :unit_id, :squad_id, :role_ends_at,
    :created_by, :now, :expires_at);

-- name: add_speaker!
-- A new single-use link for whoever speaks at a session.
INSERT INTO links (kind, token_hash, session_id, created_by, created_at, expires_at)
VALUES ('speaker', :token_hash, :session_id, :created_by, :now, :expires_at);

-- name: revoke_unused_of_speaker!
-- Take back the unused links of a session's speaker.
UPDATE links SET revoked_at = :now WHERE session_id = :session_id AND used_at IS NULL AND revoked_at IS NULL;

-- name: by_hash
-- The link behind a secret, locked.
SELECT * FROM links WHERE token_hash = :token_hash;

-- name: revoke_unused!
-- Take back the unused guardian links of a registration.
UPDATE links SET revoked_at = :now
WHERE registration_id = :registration_id AND kind = 'guardian' AND used_at IS NULL AND revoked_at IS NULL;

-- name: use!
-- Spend a link, once.
UPDATE links SET used_by = :account_id, used_at = :now WHERE id = :link_id AND used_at IS NULL;

-- name: misses
-- How many links that lead nowhere an account tried lately, and until when it must wait.
SELECT misses, missed_at, paused_until FROM link_misses WHERE account_id = :account_id;

-- name: miss!
-- One more link that leads nowhere.
INSERT INTO link_misses (account_id, misses, missed_at, paused_until) VALUES (:account_id, :misses, :now, :paused_until)
ON CONFLICT (account_id) DO UPDATE SET misses = excluded.misses, missed_at = excluded.missed_at,
    paused_until = excluded.paused_until;

-- name: forget_misses!
-- A link led somewhere: nothing is held against the account.
DELETE FROM link_misses WHERE account_id = :account_id;
