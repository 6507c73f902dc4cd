-- name: by_telegram
-- The account of a Telegram user.
SELECT * FROM accounts WHERE telegram_id = :telegram_id;

-- name: actor
-- The account of a Telegram user, once for each role it holds now (and once when it holds none).
SELECT a.*, g.role, g.programme_id, g.event_id, g.unit_id, g.expires_at, g.squad_id, g.releases
FROM accounts a
LEFT JOIN grants g ON g.account_id = a.id AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > :now)
WHERE a.telegram_id = :telegram_id;

-- name: by_id
-- One account.
SELECT * FROM accounts WHERE id = :account_id;

-- name: meet!
-- Create the account at first contact, or refresh what Telegram says of it.
INSERT INTO accounts (telegram_id, display_name, search_name, met_at, seen_at)
VALUES (:telegram_id, :display_name, :search_name, :now, :now)
ON CONFLICT (telegram_id) DO UPDATE
SET display_name = excluded.display_name, search_name = excluded.search_name, seen_at = excluded.seen_at, reach = 'reachable';

-- name: set_language!
-- Remember the language a person chose.
UPDATE accounts SET language = :language WHERE id = :account_id;

-- name: set_place!
-- Remember which screen a person is on.
UPDATE accounts SET place = :place, place_args = :place_args WHERE id = :account_id;

-- name: set_reach!
-- Remember whether messages can reach a Telegram user.
UPDATE accounts SET reach = :reach WHERE telegram_id = :telegram_id;

-- name: set_phone!
-- Remember the verified phone of an account.
UPDATE accounts SET phone = :phone WHERE id = :account_id;

-- name: add_grant!
-- Give a role.
INSERT INTO grants (account_id, role, programme_id, event_id, unit_id, squad_id, granted_by, granted_at, expires_at)
VALUES (:account_id, :role, :programme_id, :event_id, :unit_id, :squad_id, :granted_by, :now, :expires_at);

-- name: has_grant
-- Whether an account holds exactly this role already, for the same part and for as long.
SELECT 1 FROM grants WHERE account_id = :account_id AND role = :role AND revoked_at IS NULL
AND (programme_id = :programme_id OR (programme_id IS NULL AND :programme_id IS NULL))
AND (event_id = :event_id OR (event_id IS NULL AND :event_id IS NULL))
AND (unit_id = :unit_id OR (unit_id IS NULL AND :unit_id IS NULL))
AND (squad_id = :squad_id OR (squad_id IS NULL AND :squad_id IS NULL))
AND (expires_at = :expires_at OR (expires_at IS NULL AND :expires_at IS NULL));

-- name: organizers
-- Accounts that now run an event, or the branch of it that a unit is in, for notices to its staff.
WITH RECURSIVE branch (id, parent_id) AS (
    SELECT id, parent_id FROM org_units WHERE id = :unit_id
    UNION ALL
    SELECT u.id, u.parent_id FROM org_units u JOIN branch b ON u.id = b.parent_id
)
SELECT DISTINCT account_id FROM grants
WHERE role IN ('owner', 'organizer') AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
AND (programme_id IS NULL OR programme_id = :programme_id)
AND (event_id IS NULL OR event_id = :event_id)
AND (unit_id IS NULL OR unit_id IN (SELECT id FROM branch))
ORDER BY account_id;

-- name: releasers
-- Accounts that can be reached and now may hand children over, of an event or of the branch a unit is in.
WITH RECURSIVE branch (id, parent_id) AS (
    SELECT id, parent_id FROM org_units WHERE id = :unit_id
    UNION ALL
    SELECT u.id, u.parent_id FROM org_units u JOIN branch b ON u.id = b.parent_id
)
SELECT DISTINCT g.account_id FROM grants g JOIN accounts a ON a.id = g.account_id
WHERE (g.role IN ('owner', 'organizer') OR g.releases = 1) AND g.revoked_at IS NULL
AND (g.expires_at IS NULL OR g.expires_at > :now) AND a.reach = 'reachable'
AND (g.programme_id IS NULL OR g.programme_id = :programme_id)
AND (g.event_id IS NULL OR g.event_id = :event_id)
AND (g.unit_id IS NULL OR g.unit_id IN (SELECT id FROM branch))
ORDER BY g.account_id;

-- name: let_release!
-- A ticket checker hands children over too, or does no more.
UPDATE grants SET releases = :releases WHERE id = :grant_id AND role = 'checker' AND revoked_at IS NULL;

-- name: revoke_seeded_owners!
-- End the owner roles that came from the settings (nobody granted them).
UPDATE grants SET revoked_at = :now WHERE role = 'owner' AND granted_by IS NULL AND revoked_at IS NULL;

-- name: team
-- Who holds a role in one programme, and by which grant.
SELECT g.*, a.display_name FROM grants g JOIN accounts a ON a.id = g.account_id
WHERE g.programme_id = :programme_id AND g.role NOT IN ('coordinator', 'leader') AND g.revoked_at IS NULL
AND (g.expires_at IS NULL OR g.expires_at > :now)
ORDER BY a.display_name, g.id;

-- name: grant
-- One grant, ended or not.
SELECT * FROM grants WHERE id = :grant_id;

-- name: revoke_grant!
-- Take one role back.
UPDATE grants SET revoked_at = :now WHERE id = :grant_id AND revoked_at IS NULL;

-- name: held
-- The roles an account holds now in programmes.
SELECT * FROM grants WHERE account_id = :account_id AND programme_id IS NOT NULL AND revoked_at IS NULL
AND (expires_at IS NULL OR expires_at > :now) ORDER BY id;

-- name: newest
-- The grant an account was given last.
SELECT max(id) AS id FROM grants WHERE account_id = :account_id;

-- name: ending
-- Roles that end by themselves after an instant and no later than another.
SELECT * FROM grants
WHERE revoked_at IS NULL AND programme_id IS NOT NULL AND expires_at > :after AND expires_at <= :until ORDER BY id;
