-- name: is_medic
-- Whether an account may read the health answers of a programme.
SELECT 1 FROM medics WHERE account_id = :account_id AND programme_id = :programme_id AND revoked_at IS NULL;

-- name: add!
-- Let an account read the health answers of a programme.
INSERT INTO medics (account_id, programme_id, granted_by, granted_at)
VALUES (:account_id, :programme_id, :granted_by, :now) ON CONFLICT DO NOTHING;

-- name: revoke!
-- Let an account read the health answers of a programme no more.
UPDATE medics SET revoked_at = :now
WHERE account_id = :account_id AND programme_id = :programme_id AND revoked_at IS NULL;
