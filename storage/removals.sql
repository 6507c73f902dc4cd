-- Delivered copies of announcements that are deleted from their chats: each a row of the outbox about the copy.

-- name: put!
-- Owe the deletion of every copy that was delivered, or of which a beginning was, once.
INSERT INTO outbox (
    account_id, priority, template, broadcast_id, about_id, message_id, more_ids, not_before, not_after, dedup_key, created_at
)
SELECT c.account_id, c.priority, 'broadcast-removal', c.broadcast_id, c.id, c.message_id, c.more_ids, :now,
    c.finished_at + :deletable, 'removal:' || CAST(c.id AS TEXT), :now
FROM outbox c
WHERE c.broadcast_id IN (SELECT b.id FROM broadcasts b WHERE b.state = 'removing')
    AND c.template IN ('broadcast', 'broadcast-again') AND c.message_id IS NOT NULL
    AND c.state IN ('sent', 'unreachable', 'unknown', 'failed', 'expired')
    AND NOT EXISTS (SELECT 1 FROM outbox w WHERE w.about_id = c.id AND w.template = 'broadcast-removal')
ORDER BY c.id
ON CONFLICT (dedup_key) DO NOTHING;

-- name: put_digests!
-- Owe a change of every digest that names what is deleted, once, as long as it is known what else it says.
INSERT INTO outbox (
    account_id, priority, template, broadcast_id, about_id, message_id, not_before, dedup_key, created_at
)
SELECT d.account_id, c.priority, 'digest-edit', c.broadcast_id, c.id, d.message_id, :now,
    'undigest:' || CAST(c.id AS TEXT), :now
FROM outbox c JOIN outbox d ON d.id = c.digest_id
WHERE c.broadcast_id IN (SELECT b.id FROM broadcasts b WHERE b.state = 'removing')
    AND c.template IN ('broadcast', 'broadcast-again') AND c.state = 'sent'
    AND d.state = 'sent' AND d.message_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM outbox m WHERE m.digest_id = d.id AND m.data = '{}')
    AND NOT EXISTS (SELECT 1 FROM outbox w WHERE w.about_id = c.id AND w.template = 'digest-edit')
ORDER BY c.id
ON CONFLICT (dedup_key) DO NOTHING;

-- name: drop_edits!
-- What is being removed is not changed any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state = 'due' AND template IN ('broadcast-edit', 'broadcast-again-edit')
    AND broadcast_id IN (SELECT b.id FROM broadcasts b WHERE b.state = 'removing');

-- name: finish!
-- End the removals of which nothing is owed any more.
UPDATE broadcasts SET state = 'removed', finished_at = :now, revision = revision + 1
WHERE state = 'removing' AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.broadcast_id = broadcasts.id AND o.state IN ('due', 'sending')
        AND o.template IN ('broadcast', 'broadcast-again', 'broadcast-removal', 'digest-edit'));

-- name: count
-- How many people's copies met which fate; of several copies the worst counts.
SELECT people.fate, COUNT(*) AS number
FROM (
    SELECT c.account_id, MAX(CASE
        WHEN c.state = 'sent' AND c.digest_id IS NOT NULL AND w.id IS NULL THEN 5
        WHEN c.state IN ('due', 'sending') OR w.state IN ('due', 'sending') OR ((c.state = 'sent' OR c.message_id IS NOT NULL) AND w.id IS NULL) THEN 6
        WHEN c.state = 'unknown' OR (c.state <> 'sent' AND c.message_id IS NULL) OR c.lost_replies > 0 OR w.state = 'unknown' THEN 5
        WHEN w.state = 'sent' THEN 0
        WHEN w.state = 'expired' OR w.error = 'too-old' THEN 4
        WHEN w.state = 'unreachable' THEN 3
        WHEN w.error = 'gone' THEN 1
        ELSE 2 END) AS fate
    FROM outbox c
    LEFT JOIN outbox w ON w.about_id = c.id AND w.template IN ('broadcast-removal', 'digest-edit')
    WHERE c.broadcast_id = :broadcast_id AND c.template IN ('broadcast', 'broadcast-again')
        AND (c.state IN ('sending', 'sent', 'unknown') OR c.lost_replies > 0 OR c.sent_ids IS NOT NULL)
    GROUP BY c.account_id
) AS people
GROUP BY people.fate;

-- name: older
-- How many people have a copy that is too old to be deleted.
SELECT COUNT(*) AS number FROM (
    SELECT c.account_id FROM outbox c
    WHERE c.broadcast_id = :broadcast_id AND c.template IN ('broadcast', 'broadcast-again') AND c.state = 'sent'
    GROUP BY c.account_id HAVING MIN(c.finished_at) <= :too_old) AS people;
