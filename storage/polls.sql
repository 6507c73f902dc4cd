-- Polls and their votes.

-- name: add!
-- A poll under a new announcement.
INSERT INTO polls (broadcast_id) VALUES (:broadcast_id);

-- name: find
-- The poll of an announcement.
SELECT * FROM polls WHERE broadcast_id = :broadcast_id;

-- name: update!
-- What an organizer chose for a poll that is not sent yet, or its end.
UPDATE polls SET options = :options, has_many = :has_many, is_named = :is_named, closes_at = :closes_at, zone = :zone,
    closed_at = :closed_at, published_at = :published_at, changes = changes + 1
WHERE broadcast_id = :broadcast_id;

-- name: list_newest
-- A programme's polls, newest first.
SELECT b.* FROM broadcasts b JOIN polls p ON p.broadcast_id = b.id
WHERE b.programme_id = :programme_id AND b.state <> 'cancelled'
ORDER BY b.id DESC LIMIT :limit;

-- name: empty_draft
-- A person's poll in which nothing is written yet.
SELECT b.* FROM broadcasts b JOIN polls p ON p.broadcast_id = b.id
WHERE b.programme_id = :programme_id AND b.author_id = :author_id AND b.state = 'composing' AND b.texts = '{}'
    AND b.photo IS NULL AND p.options = '{}'
ORDER BY b.id DESC LIMIT 1;

-- name: due
-- Polls whose time is over.
SELECT p.* FROM polls p JOIN broadcasts b ON b.id = p.broadcast_id
WHERE p.closed_at IS NULL AND p.closes_at <= :now AND b.state NOT IN ('composing', 'scheduled', 'cancelled')
ORDER BY p.broadcast_id;

-- name: vote_of
-- What an account chose.
SELECT chosen FROM poll_votes WHERE broadcast_id = :broadcast_id AND account_id = :account_id;

-- name: vote!
-- What an account chooses now; its vote before that is gone.
INSERT INTO poll_votes (broadcast_id, account_id, has_many, chosen, voted_at)
VALUES (:broadcast_id, :account_id, :has_many, :chosen, :now)
ON CONFLICT (broadcast_id, account_id) DO UPDATE SET chosen = excluded.chosen, voted_at = excluded.voted_at;

-- name: retract!
-- An account takes its vote back.
DELETE FROM poll_votes WHERE broadcast_id = :broadcast_id AND account_id = :account_id;

-- name: touch!
-- Something was chosen: figures that are shown are to be shown again.
UPDATE polls SET changes = changes + 1 WHERE broadcast_id = :broadcast_id;

-- name: count
-- How many answered, and how many chose each option.
SELECT COUNT(*) AS people,
    COALESCE(SUM(CASE WHEN (chosen & 1) > 0 THEN 1 ELSE 0 END), 0) AS option_0,
    COALESCE(SUM(CASE WHEN (chosen & 2) > 0 THEN 1 ELSE 0 END), 0) AS option_1,
    COALESCE(SUM(CASE WHEN (chosen & 4) > 0 THEN 1 ELSE 0 END), 0) AS option_2,
    COALESCE(SUM(CASE WHEN (chosen & 8) > 0 THEN 1 ELSE 0 END), 0) AS option_3,
    COALESCE(SUM(CASE WHEN (chosen & 16) > 0 THEN 1 ELSE 0 END), 0) AS option_4,
    COALESCE(SUM(CASE WHEN (chosen & 32) > 0 THEN 1 ELSE 0 END), 0) AS option_5,
    COALESCE(SUM(CASE WHEN (chosen & 64) > 0 THEN 1 ELSE 0 END), 0) AS option_6,
    COALESCE(SUM(CASE WHEN (chosen & 128) > 0 THEN 1 ELSE 0 END), 0) AS option_7,
    COALESCE(SUM(CASE WHEN (chosen & 256) > 0 THEN 1 ELSE 0 END), 0) AS option_8,
    COALESCE(SUM(CASE WHEN (chosen & 512) > 0 THEN 1 ELSE 0 END), 0) AS option_9
FROM poll_votes WHERE broadcast_id = :broadcast_id;

-- name: votes_by_unit
-- What those of the audience chose in which org unit; somebody with children in two is there twice.
SELECT DISTINCT v.account_id, m.unit_id, v.chosen
FROM poll_votes v JOIN "audiences.members" m ON m.account_id = v.account_id
WHERE v.broadcast_id = :broadcast_id AND m.unit_id IS NOT NULL
ORDER BY v.account_id, m.unit_id;

-- name: voters
-- One page of those who chose an option of a poll with names.
SELECT a.id, a.display_name, MAX(f.full_name) AS full_name,
    MAX(CASE WHEN f.role = 'guardian' THEN 1 ELSE 0 END) AS is_guardian
FROM poll_votes v JOIN polls p ON p.broadcast_id = v.broadcast_id AND p.is_named = 1
JOIN accounts a ON a.id = v.account_id
LEFT JOIN family f ON f.account_id = v.account_id AND f.programme_id = :programme_id
WHERE v.broadcast_id = :broadcast_id AND (v.chosen & :chosen) > 0
GROUP BY a.id, a.display_name
ORDER BY LOWER(COALESCE(MAX(f.full_name), a.display_name)), a.id LIMIT :limit OFFSET :skipped;

-- name: count_asked
-- How many got the question.
SELECT COUNT(*) AS number FROM outbox
WHERE broadcast_id = :broadcast_id AND template = 'broadcast' AND state IN ('sent', 'unknown');

-- name: publish!
-- Owe the results to everybody who got the question and may still be told.
INSERT INTO outbox (account_id, priority, template, data, not_before, not_after, dedup_key, created_at)
SELECT o.account_id, :priority, 'poll-results', :data, :now, :not_after,
    'poll-results:' || CAST(:broadcast_id AS TEXT) || ':' || CAST(o.account_id AS TEXT), :now
FROM outbox o
WHERE o.broadcast_id = :broadcast_id AND o.template = 'broadcast' AND o.state IN ('sent', 'unknown')
    AND NOT EXISTS (SELECT 1 FROM strangers s WHERE s.account_id = o.account_id)
ORDER BY o.account_id
ON CONFLICT (dedup_key) DO NOTHING;

-- name: touch_votes_of!
-- The figures an account is a part of are to be shown again.
UPDATE polls SET changes = changes + 1
WHERE broadcast_id IN (SELECT v.broadcast_id FROM poll_votes v WHERE v.account_id = :account_id);

-- name: forget!
-- What an account chose in polls.
DELETE FROM poll_votes WHERE account_id = :account_id;

-- name: old
-- Polls that are over, or in which nobody chose anything more, since before an instant, and whose votes are still there.
SELECT p.* FROM polls p
WHERE (p.closed_at IS NULL OR p.closed_at < :before)
    AND EXISTS (SELECT 1 FROM poll_votes v WHERE v.broadcast_id = p.broadcast_id)
    AND NOT EXISTS (SELECT 1 FROM poll_votes v WHERE v.broadcast_id = p.broadcast_id AND v.voted_at >= :before)
ORDER BY p.broadcast_id LIMIT :most;

-- name: keep_figures!
-- The figures of a poll stay when its votes go; nobody votes in it any more.
UPDATE polls SET final = :final, closed_at = COALESCE(closed_at, :now) WHERE broadcast_id = :broadcast_id;

-- name: drop_votes!
-- Who chose what in a poll.
DELETE FROM poll_votes WHERE broadcast_id = :broadcast_id;
