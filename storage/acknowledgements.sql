-- Who confirmed an announcement, and who is silent.

-- name: find_copy
-- The copy an account was owed, whatever became of it; none for whom it does not concern any more.
SELECT id, state, message_id FROM outbox WHERE dedup_key = :dedup_key AND state <> 'stopped'
    AND NOT EXISTS (SELECT 1 FROM strangers s WHERE s.account_id = outbox.account_id);

-- name: add!
-- Somebody confirmed; the first time counts.
INSERT INTO acknowledgements (broadcast_id, account_id, confirmed_at)
VALUES (:broadcast_id, :account_id, :now)
ON CONFLICT (broadcast_id, account_id) DO NOTHING;

-- name: find
-- When an account confirmed.
SELECT confirmed_at FROM acknowledgements WHERE broadcast_id = :broadcast_id AND account_id = :account_id;

-- name: show_again!
-- Let the sender's figures be shown once more.
UPDATE broadcasts SET reported_at = NULL WHERE id = :broadcast_id AND reported_at IS NOT NULL;

-- name: count
-- How many have confirmed.
SELECT COUNT(*) AS number FROM acknowledgements WHERE broadcast_id = :broadcast_id;

-- name: by_stream
-- How many people of each stream an announcement was for, and how many of them confirmed.
SELECT x.part_id, COUNT(*) AS number, SUM(x.has_confirmed) AS confirmed
FROM (
    SELECT DISTINCT m.stream_id AS part_id, o.account_id, CASE WHEN k.account_id IS NULL THEN 0 ELSE 1 END AS has_confirmed
    FROM "audiences.members" m
    JOIN outbox o ON o.dedup_key = 'broadcast:' || CAST(:broadcast_id AS TEXT) || ':' || CAST(m.account_id AS TEXT)
    LEFT JOIN acknowledgements k ON k.broadcast_id = o.broadcast_id AND k.account_id = o.account_id
    WHERE o.broadcast_id = :broadcast_id AND o.template = 'broadcast' AND m.stream_id IS NOT NULL
) AS x
GROUP BY x.part_id ORDER BY x.part_id;

-- name: by_unit
-- How many people of each school or region an announcement was for, and how many of them confirmed.
SELECT x.part_id, COUNT(*) AS number, SUM(x.has_confirmed) AS confirmed
FROM (
    SELECT DISTINCT m.unit_id AS part_id, o.account_id, CASE WHEN k.account_id IS NULL THEN 0 ELSE 1 END AS has_confirmed
    FROM "audiences.members" m
    JOIN outbox o ON o.dedup_key = 'broadcast:' || CAST(:broadcast_id AS TEXT) || ':' || CAST(m.account_id AS TEXT)
    LEFT JOIN acknowledgements k ON k.broadcast_id = o.broadcast_id AND k.account_id = o.account_id
    WHERE o.broadcast_id = :broadcast_id AND o.template = 'broadcast' AND m.unit_id IS NOT NULL
) AS x
GROUP BY x.part_id ORDER BY x.part_id;

-- name: people
-- One page of those an announcement was for who confirmed, or of those who did not, by name.
SELECT a.id, a.display_name, a.reach, o.state, MAX(m.full_name) AS full_name, MAX(k.confirmed_at) AS confirmed_at,
    MAX(CASE WHEN m.role = 'guardian' THEN 1 ELSE 0 END) AS is_guardian
FROM outbox o
JOIN accounts a ON a.id = o.account_id
LEFT JOIN family m ON m.account_id = o.account_id AND m.programme_id = :programme_id
LEFT JOIN acknowledgements k ON k.broadcast_id = o.broadcast_id AND k.account_id = o.account_id
WHERE o.broadcast_id = :broadcast_id AND o.template = 'broadcast'
    AND (k.account_id IS NOT NULL) = (:has_confirmed = 1)
    AND (:in_stream IS NULL OR m.stream_id = :in_stream)
    AND (:in_unit IS NULL OR m.unit_id = :in_unit)
GROUP BY a.id, a.display_name, a.reach, o.state
ORDER BY LOWER(COALESCE(MAX(m.full_name), a.display_name)), a.id LIMIT :limit OFFSET :skipped;

-- name: calls
-- Registrations of whose family somebody is silent and no guardian has confirmed.
SELECT r.id AS registration_id, p.id AS participant_id, p.full_name, p.phone, r.stream_id
FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.id IN (
    SELECT m.registration_id FROM "audiences.members" m
    JOIN outbox o ON o.dedup_key = 'broadcast:' || CAST(:broadcast_id AS TEXT) || ':' || CAST(m.account_id AS TEXT)
    LEFT JOIN acknowledgements k ON k.broadcast_id = o.broadcast_id AND k.account_id = o.account_id
    WHERE o.broadcast_id = :broadcast_id AND o.template = 'broadcast' AND k.account_id IS NULL
        AND m.registration_id IS NOT NULL)
AND NOT EXISTS (
    SELECT 1 FROM guardian_links g
    JOIN acknowledgements k ON k.broadcast_id = :broadcast_id AND k.account_id = g.account_id
    WHERE g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1)
ORDER BY LOWER(p.full_name), r.id LIMIT :limit OFFSET :skipped;

-- name: to_repeat
-- Announcements whose silent are to be asked once more.
SELECT * FROM broadcasts
WHERE asks_reply = 1 AND escalated_at IS NULL AND repeated_at IS NULL AND state IN ('sending', 'sent')
    AND send_at + repeat_after * 3600000000 <= :now
ORDER BY id;

-- name: to_escalate
-- Announcements whose silent are to be called: an emergency soon, another one as long after its repeat.
SELECT * FROM broadcasts
WHERE asks_reply = 1 AND escalated_at IS NULL AND state IN ('sending', 'sent')
    AND (is_emergency = 1 AND send_at <= :sent_before OR repeated_at + repeat_after * 3600000000 <= :now)
ORDER BY id;

-- name: repeat!
-- Owe the silent another copy, in their own language.
INSERT INTO outbox (
    account_id, priority, template, data, broadcast_id, not_before, not_after, dedup_key, created_at
)
SELECT o.account_id, o.priority, 'broadcast-again', o.data, o.broadcast_id, :now, :not_after,
    'again:' || o.dedup_key, :now
FROM outbox o
WHERE o.broadcast_id = :broadcast_id AND o.template = 'broadcast' AND o.state IN ('sent', 'unknown') AND o.data <> '{}'
    AND NOT EXISTS (
        SELECT 1 FROM acknowledgements k WHERE k.broadcast_id = o.broadcast_id AND k.account_id = o.account_id)
    AND NOT EXISTS (SELECT 1 FROM strangers s WHERE s.account_id = o.account_id)
ON CONFLICT (dedup_key) DO NOTHING;

-- name: forget!
-- What an account confirmed.
DELETE FROM acknowledgements WHERE account_id = :account_id;
