-- Schools and their coordinators: invitations, links to forward, who came by them, who lacks what.

-- name: add_invitation!
-- A new single-use link that makes one person the coordinator of a unit.
INSERT INTO coordinator_links (unit_id, token_hash, created_by, created_at, expires_at)
VALUES (:unit_id, :token_hash, :created_by, :now, :expires_at);

-- name: invitation
-- The invitation behind a secret, locked.
SELECT l.*, u.programme_id FROM coordinator_links l JOIN org_units u ON u.id = l.unit_id
WHERE l.token_hash = :token_hash;

-- name: use_invitation!
-- Spend an invitation, once.
UPDATE coordinator_links SET used_by = :account_id, used_at = :now WHERE id = :link_id AND used_at IS NULL;

-- name: coordinators
-- Who looks after a unit now.
SELECT g.id, g.account_id, a.display_name FROM grants g JOIN accounts a ON a.id = g.account_id
WHERE g.role = 'coordinator' AND g.unit_id = :unit_id AND g.revoked_at IS NULL
AND (g.expires_at IS NULL OR g.expires_at > :now) ORDER BY a.display_name, g.id;

-- name: find_link
-- The good link of a unit for an event.
SELECT * FROM unit_links WHERE event_id = :event_id AND unit_id = :unit_id AND revoked_at IS NULL;

-- name: link_by_hash
-- The link behind a secret, locked.
SELECT * FROM unit_links WHERE token_hash = :token_hash;

-- name: add_link!
-- A new link to forward.
INSERT INTO unit_links (event_id, unit_id, noise, token_hash, most_uses, created_by, created_at, expires_at)
VALUES (:event_id, :unit_id, :noise, :token_hash, :most_uses, :created_by, :now, :expires_at);

-- name: revoke_links!
-- The links of a unit for an event are good no more.
UPDATE unit_links SET revoked_at = :now WHERE event_id = :event_id AND unit_id = :unit_id AND revoked_at IS NULL;

-- name: use_link!
-- One more came by a link.
UPDATE unit_links SET uses = uses + 1 WHERE id = :link_id;

-- name: arrival
-- By which unit's link somebody came to an event.
SELECT unit_id FROM arrivals WHERE event_id = :event_id AND account_id = :account_id;

-- name: arrive!
-- Somebody came to an event by the link of a unit; the newest link counts.
INSERT INTO arrivals (event_id, account_id, unit_id, arrived_at) VALUES (:event_id, :account_id, :unit_id, :now)
ON CONFLICT (event_id, account_id) DO UPDATE SET unit_id = excluded.unit_id, arrived_at = excluded.arrived_at;

-- name: unsent
-- How many came by the link of a unit and have not registered: with a draft, and without.
SELECT (SELECT count(*) FROM drafts d WHERE d.account_id = a.account_id AND d.event_id = a.event_id
    AND d.state = 'open') AS drafts, count(*) AS number
FROM arrivals a WHERE a.event_id = :event_id AND a.unit_id = :unit_id
AND NOT EXISTS (SELECT 1 FROM drafts s WHERE s.account_id = a.account_id AND s.event_id = a.event_id
    AND s.state = 'submitted')
GROUP BY drafts;

-- name: unfinished
-- The open drafts of those who came by the link of a unit and have not registered.
SELECT d.id, d.account_id FROM arrivals a JOIN drafts d ON d.account_id = a.account_id AND d.event_id = a.event_id
WHERE a.event_id = :event_id AND a.unit_id = :unit_id AND d.state = 'open'
AND NOT EXISTS (SELECT 1 FROM drafts s WHERE s.account_id = a.account_id AND s.event_id = a.event_id
    AND s.state = 'submitted')
ORDER BY d.id;

-- name: pupils
-- The registrations of a unit that still stand, by name.
SELECT r.*, p.full_name, (SELECT count(*) FROM guardian_links g
    WHERE g.participant_id = r.participant_id AND g.ended_at IS NULL) AS guardians
FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND :units LIKE '%,' || r.unit_id || ',%'
AND r.status NOT IN ('declined', 'refused', 'cancelled')
ORDER BY p.search_name, r.id;
