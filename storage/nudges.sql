-- name: events
-- Events that may take registrations around now.
SELECT id FROM events WHERE opens_on <= :last_on AND closes_on >= :first_on ORDER BY id;

-- name: due
-- Open drafts of an event, never submitted, whose next nudge is due and not too close to the one before.
SELECT d.id, d.changed_at, COALESCE(n.step, 0) AS step FROM drafts d LEFT JOIN nudges n ON n.draft_id = d.id
WHERE d.event_id = :event_id AND d.state = 'open' AND n.stopped_at IS NULL
AND d.changed_at <= CASE COALESCE(n.step, 0)
    WHEN 0 THEN :first_before WHEN 1 THEN :second_before WHEN 2 THEN :third_before ELSE -1 END
AND (n.nudged_at IS NULL OR n.nudged_at <= :rested_before)
AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.account_id = d.account_id AND r.draft_id = d.id)
ORDER BY d.changed_at, d.id LIMIT :most;

-- name: record!
-- A nudge is sent, and with it every earlier one that was missed.
INSERT INTO nudges (draft_id, step, nudged_at) VALUES (:draft_id, :step, :now)
ON CONFLICT (draft_id) DO UPDATE SET step = excluded.step, nudged_at = excluded.nudged_at
WHERE nudges.step < excluded.step AND nudges.stopped_at IS NULL;

-- name: stop!
-- The person wants no more nudges about a draft.
INSERT INTO nudges (draft_id, stopped_at) VALUES (:draft_id, :now)
ON CONFLICT (draft_id) DO UPDATE SET stopped_at = COALESCE(nudges.stopped_at, excluded.stopped_at);
