-- What one organizer may only do after another one has agreed.

-- name: add
-- Somebody asks.
INSERT INTO vouches (deed, programme_id, event_id, what, amount, asked_by, asked_at, expires_at)
VALUES (:deed, :programme_id, :event_id, :what, :amount, :asked_by, :now, :expires_at) RETURNING id;

-- name: get
-- One request.
SELECT * FROM vouches WHERE id = :vouch_id;

-- name: live
-- Somebody's request for one exact deed that is still alive, the newest first.
SELECT * FROM vouches
WHERE asked_by = :asked_by AND deed = :deed AND what = :what AND programme_id = :programme_id
    AND state IN ('open', 'confirmed') AND expires_at > :now
ORDER BY id DESC LIMIT 1;

-- name: lapsed
-- Requests whose time is over.
SELECT * FROM vouches WHERE state IN ('open', 'confirmed') AND expires_at <= :now ORDER BY id;

-- name: doubtful
-- Requests about announcements that are alive although who asked does not run the whole programme by now.
SELECT * FROM vouches
WHERE deed = 'send' AND state IN ('open', 'confirmed') AND expires_at > :now
    AND NOT EXISTS (
        SELECT 1 FROM grants g
        WHERE g.account_id = vouches.asked_by AND g.role IN ('owner', 'organizer') AND g.revoked_at IS NULL
            AND (g.expires_at IS NULL OR g.expires_at > :now)
            AND (g.programme_id IS NULL OR g.programme_id = vouches.programme_id)
            AND g.event_id IS NULL AND g.unit_id IS NULL)
ORDER BY id;

-- name: agreed
-- Who agreed to an announcement that went out then.
SELECT settled_by FROM vouches
WHERE deed = 'send' AND state = 'used' AND settled_by <> asked_by AND what LIKE :about
ORDER BY id DESC LIMIT 1;

-- name: settle!
-- A request goes from one state to another, unless somebody was quicker.
UPDATE vouches SET state = :state, settled_by = :settled_by, settled_at = :now, expires_at = :expires_at
WHERE id = :vouch_id AND state = :was;

-- name: use!
-- What was confirmed is done.
UPDATE vouches SET state = :state, used_at = :now, expires_at = :expires_at
WHERE id = :vouch_id AND state = 'confirmed';

-- name: confirmers
-- Who else can be reached and runs the whole programme, or the whole of the event that is meant.
SELECT DISTINCT a.id, a.display_name FROM grants g JOIN accounts a ON a.id = g.account_id
WHERE g.role IN ('owner', 'organizer') AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > :now)
    AND g.unit_id IS NULL AND (g.programme_id IS NULL OR g.programme_id = :programme_id)
    AND (g.event_id IS NULL OR g.event_id = :event_id)
    AND a.id <> :asked_by AND a.reach = 'reachable'
ORDER BY a.display_name, a.id;
