-- name: get
-- One lottery, locked.
SELECT l.*, s.event_id FROM lotteries l JOIN streams s ON s.id = l.stream_id WHERE l.id = :lottery_id;

-- name: newest
-- The newest lottery of a stream.
SELECT l.*, s.event_id FROM lotteries l JOIN streams s ON s.id = l.stream_id
WHERE l.stream_id = :stream_id ORDER BY l.number DESC LIMIT 1;

-- name: shown
-- The newest lottery of a stream that was not called off.
SELECT l.*, s.event_id FROM lotteries l JOIN streams s ON s.id = l.stream_id
WHERE l.stream_id = :stream_id AND l.called_off_at IS NULL ORDER BY l.number DESC LIMIT 1;

-- name: has_shown
-- Whether a stream has a lottery that was not called off.
SELECT 1 FROM lotteries WHERE stream_id = :stream_id AND called_off_at IS NULL LIMIT 1;

-- name: add
-- A lottery that is open: its list is frozen, its seed committed.
INSERT INTO lotteries (stream_id, number, frozen, frozen_sha256, seed, opened_by, opened_at)
VALUES (:stream_id, :number, :frozen, :frozen_sha256, :seed, :account_id, :now) RETURNING id;

-- name: draw!
-- Add the result, once.
UPDATE lotteries SET result = :result, drawn_by = :account_id, drawn_at = :now
WHERE id = :lottery_id AND drawn_at IS NULL AND called_off_at IS NULL;

-- name: applicants
-- Who waits for a decision or for a seat of a stream and lacks no consent.
SELECT r.id, r.unit_id, r.draft_id, r.form_version_id FROM registrations r
WHERE r.stream_id = :stream_id AND r.status IN ('pending', 'waitlisted') AND r.rests = 0
AND (r.needs_consent = 0 OR r.consent_id IS NOT NULL)
ORDER BY r.id;

-- name: places
-- The seats of a stream that are free or held by somebody who takes part in a lottery.
SELECT (SELECT count(*) FROM seats f WHERE f.stream_id = :stream_id AND f.is_free = 1)
    + (SELECT count(*) FROM registrations r WHERE r.stream_id = :stream_id AND r.status = 'pending'
        AND (r.needs_consent = 0 OR r.consent_id IS NOT NULL)) AS number;

-- name: call_off!
-- End an open lottery without a draw.
UPDATE lotteries SET called_off_at = :now WHERE id = :lottery_id AND drawn_at IS NULL AND called_off_at IS NULL;

-- name: unannounced
-- The lotteries whose opening has not been told to everybody on the list.
SELECT l.*, s.event_id FROM lotteries l JOIN streams s ON s.id = l.stream_id
WHERE l.announced >= 0 AND l.called_off_at IS NULL AND l.drawn_at IS NULL ORDER BY l.id;

-- name: announce!
-- How many on the list have been told of the opening; below zero when all have.
UPDATE lotteries SET announced = :announced WHERE id = :lottery_id;

-- name: plan
-- What a lottery of a stream shall be like.
SELECT * FROM lottery_plans WHERE stream_id = :stream_id;

-- name: save_plan!
-- Change what a lottery of a stream shall be like.
INSERT INTO lottery_plans (stream_id, rules, public_source, revision) VALUES (:stream_id, :rules, :public_source, 1)
ON CONFLICT (stream_id) DO UPDATE SET rules = excluded.rules, public_source = excluded.public_source,
    revision = lottery_plans.revision + 1;
