-- Texts of announcements changed after they began to go out: what is owed gets the new text, what was delivered is edited.

-- name: open
-- Changed announcements of which something may still be owed.
SELECT * FROM broadcasts
WHERE send_at IS NOT NULL AND reported_at IS NULL AND finished_at IS NULL AND edition > 0
    AND state IN ('sending', 'paused', 'stopped', 'sent')
ORDER BY id;

-- name: renew!
-- What has not left yet gets the new text, a change that was begun from its first part; of what may have arrived the old one may stay.
UPDATE outbox SET edition = :edition, sent_ids = NULL,
    data = CASE (SELECT COALESCE(a.language, 'kk') FROM accounts a WHERE a.id = outbox.account_id)
        WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END,
    has_older = CASE WHEN lost_replies > 0 AND about_id IS NULL AND data <> CASE (SELECT COALESCE(a.language, 'kk') FROM accounts a WHERE a.id = outbox.account_id)
        WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END THEN 1 ELSE has_older END
WHERE broadcast_id = :broadcast_id AND edition < :edition AND data <> '{}' AND (sent_ids IS NULL OR about_id IS NOT NULL)
    AND (state IN ('due', 'held', 'kept') AND template IN ('broadcast', 'broadcast-again', 'broadcast-edit', 'broadcast-again-edit')
        OR state IN ('failed', 'expired') AND template = 'broadcast' AND lost_replies = 0);

-- name: put!
-- Owe an edit of every delivered copy that reads otherwise now, unless one is owed already or its person may not know.
INSERT INTO outbox (
    account_id, priority, template, data, broadcast_id, about_id, message_id, more_ids, edition, not_before, dedup_key, created_at
)
SELECT c.account_id, c.priority, c.template || '-edit',
    CASE COALESCE(a.language, 'kk') WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END,
    c.broadcast_id, c.id, c.message_id, c.more_ids, :edition, :now,
    'edit:' || CAST(c.id AS TEXT) || ':' || CAST(:edition AS TEXT), :now
FROM outbox c JOIN accounts a ON a.id = c.account_id
WHERE c.broadcast_id = :broadcast_id AND c.template IN ('broadcast', 'broadcast-again') AND c.state = 'sent'
    AND c.message_id IS NOT NULL AND c.edition < :edition AND c.data <> '{}'
    AND c.data <> CASE COALESCE(a.language, 'kk') WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END
    AND NOT EXISTS (
        SELECT 1 FROM outbox w WHERE w.about_id = c.id AND w.state = 'due' AND w.template = c.template || '-edit')
    AND NOT EXISTS (SELECT 1 FROM strangers s WHERE s.account_id = c.account_id)
ORDER BY c.id
ON CONFLICT (dedup_key) DO NOTHING;

-- name: mark!
-- What was delivered is, or is owed to become, as it reads now; of another copy nobody knows of the old text may stay.
UPDATE outbox SET edition = :edition,
    data = CASE (SELECT COALESCE(a.language, 'kk') FROM accounts a WHERE a.id = outbox.account_id)
        WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END,
    has_older = CASE WHEN lost_replies > 0 AND about_id IS NULL AND data <> CASE (SELECT COALESCE(a.language, 'kk') FROM accounts a WHERE a.id = outbox.account_id)
        WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END THEN 1 ELSE has_older END
WHERE broadcast_id = :broadcast_id AND edition < :edition AND data <> '{}' AND state = 'sent'
    AND template IN ('broadcast', 'broadcast-again');

-- name: spare!
-- Copies that read the same as before, or of which nothing is kept, are not concerned.
UPDATE outbox SET edition = :edition
WHERE broadcast_id = :broadcast_id AND edition < :edition AND state NOT IN ('due', 'sending')
    AND template IN ('broadcast', 'broadcast-again')
    AND (data = '{}' OR data = CASE (SELECT COALESCE(a.language, 'kk') FROM accounts a WHERE a.id = outbox.account_id)
        WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END);

-- name: count
-- How many people's copies met which fate; of several copies the worst counts, below naught nothing was to be changed.
SELECT people.fate, COUNT(*) AS number
FROM (
    SELECT c.account_id, MAX(CASE
        WHEN w.state IN ('due', 'sending') OR (c.state IN ('sending', 'sent') AND c.edition < :edition) THEN 6
        WHEN c.has_older = 1 OR c.edition < :edition THEN 5
        WHEN w.id IS NULL THEN -1
        WHEN w.state = 'unknown' THEN 5
        WHEN w.state = 'sent' THEN 0
        WHEN w.state = 'unreachable' THEN 3
        WHEN w.error = 'gone' THEN 1
        ELSE 2 END) AS fate
    FROM outbox c
    LEFT JOIN outbox w ON w.id = (
        SELECT MAX(e.id) FROM outbox e WHERE e.about_id = c.id AND e.template = c.template || '-edit')
    WHERE c.broadcast_id = :broadcast_id AND c.template IN ('broadcast', 'broadcast-again')
        AND (c.state IN ('sending', 'sent', 'unknown') OR c.lost_replies > 0 OR c.sent_ids IS NOT NULL)
    GROUP BY c.account_id
) AS people
WHERE people.fate >= 0 GROUP BY people.fate;

-- name: concerned
-- How many people have, or are owed, a copy that would read otherwise.
SELECT COUNT(DISTINCT c.account_id) AS number
FROM outbox c JOIN accounts a ON a.id = c.account_id
WHERE c.broadcast_id = :broadcast_id AND c.template IN ('broadcast', 'broadcast-again')
    AND c.state IN ('due', 'held', 'kept', 'sending', 'sent', 'unknown') AND c.data <> '{}'
    AND c.data <> CASE COALESCE(a.language, 'kk') WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END;
