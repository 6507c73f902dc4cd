-- name: get
-- One lottery, locked.
SELECT l.*, s.event_id FROM lotteries l JOIN streams s ON s.id = l.stream_id WHERE l.id = :lottery_id FOR UPDATE;

-- name: newest
-- The newest lottery of a stream.
SELECT l.*, s.event_id FROM lotteries l JOIN streams s ON s.id = l.stream_id
WHERE l.stream_id = :stream_id ORDER BY l.number DESC LIMIT 1;

-- name: add
-- A lottery that is open: its list is frozen, its seed committed.
INSERT INTO lotteries (stream_id, number, frozen, frozen_sha256, seed, opened_by, opened_at)
VALUES (:stream_id, :number, :frozen, :frozen_sha256, :seed, :account_id, :now) RETURNING id;

-- name: draw!
-- Add the result, once.
UPDATE lotteries SET result = :result, drawn_by = :account_id, drawn_at = :now
WHERE id = :lottery_id AND drawn_at IS NULL;

-- name: applicants
-- Who waits for a decision or for a seat of a stream and lacks no consent, with the answers that rules may be about.
SELECT r.id, r.unit_id,
    (SELECT a.value FROM answers a WHERE a.draft_id = r.draft_id AND a.question = 'grade') AS grade,
    (SELECT a.value FROM answers a WHERE a.draft_id = r.draft_id AND a.question = 'gender') AS gender
FROM registrations r
WHERE r.stream_id = :stream_id AND r.status IN ('pending', 'waitlisted')
AND (r.needs_consent = 0 OR r.consent_id IS NOT NULL)
ORDER BY r.id;

-- name: places
-- The seats of a stream that are free or held by somebody who takes part in a lottery.
SELECT (SELECT count(*) FROM seats f WHERE f.stream_id = :stream_id AND f.is_free = 1)
    + (SELECT count(*) FROM registrations r WHERE r.stream_id = :stream_id AND r.status = 'pending'
        AND (r.needs_consent = 0 OR r.consent_id IS NOT NULL)) AS number;
