-- name: get
-- One announcement, locked.
SELECT * FROM broadcasts WHERE id = :broadcast_id;

-- name: empty_draft
-- A person's draft in which nothing is written yet.
SELECT * FROM broadcasts
WHERE programme_id = :programme_id AND author_id = :author_id AND state = 'composing' AND texts = '{}' AND photo IS NULL
    AND document IS NULL AND links = '[]'
    AND NOT EXISTS (SELECT 1 FROM polls p WHERE p.broadcast_id = broadcasts.id)
ORDER BY id DESC LIMIT 1;

-- name: add
-- A new draft.
INSERT INTO broadcasts (programme_id, author_id, audience, created_at)
VALUES (:programme_id, :author_id, :audience, :now)
RETURNING *;

-- name: update!
-- Save an announcement unless somebody else changed it since it was read.
UPDATE broadcasts SET texts = :texts, photo = :photo, album = :album, document = :document, links = :links, audience = :audience, may_fall_back = :may_fall_back,
    state = :state, sender_id = :sender_id, send_at = :send_at, recipients = :recipients,
    progress_message_id = :progress_message_id, finished_at = :finished_at, is_emergency = :is_emergency,
    asks_reply = :asks_reply, repeat_after = :repeat_after, plan = :plan, joins_until = :joins_until,
    repeated_at = :repeated_at, escalated_at = :escalated_at, edition = :edition, left_at = :left_at,
    reported_at = NULL, revision = revision + 1
WHERE id = :broadcast_id AND revision = :revision;

-- name: page
-- One page of a programme's announcements: what waits for its time, the next first, then the others, newest first.
SELECT * FROM broadcasts WHERE programme_id = :programme_id AND state <> 'cancelled'
ORDER BY CASE WHEN state = 'scheduled' THEN 0 ELSE 1 END, CASE WHEN state = 'scheduled' THEN send_at END, id DESC
LIMIT :limit OFFSET :skipped;

-- name: due
-- Announcements whose time has come and that somebody answers for.
SELECT * FROM broadcasts WHERE state = 'scheduled' AND send_at <= :now AND left_at IS NULL ORDER BY send_at, id;

-- name: doubtful
-- Announcements not over yet whose sender does not run the whole programme by now.
SELECT * FROM broadcasts
WHERE send_at IS NOT NULL AND reported_at IS NULL AND left_at IS NULL AND state NOT IN ('composing', 'cancelled')
    AND NOT EXISTS (
        SELECT 1 FROM grants g
        WHERE g.account_id = broadcasts.sender_id AND g.role IN ('owner', 'organizer') AND g.revoked_at IS NULL
            AND (g.expires_at IS NULL OR g.expires_at > :now)
            AND (g.programme_id IS NULL OR g.programme_id = broadcasts.programme_id)
            AND g.event_id IS NULL AND g.unit_id IS NULL)
ORDER BY id;

-- name: planned
-- Announcements that wait for a planned time.
SELECT * FROM broadcasts WHERE state = 'scheduled' AND plan IS NOT NULL ORDER BY id;

-- name: joinable
-- Announcements that who joins the audience now gets too.
SELECT * FROM broadcasts WHERE joins_until > :now AND state IN ('sending', 'sent') ORDER BY id;

-- name: hold!
-- Hold back what paused announcements owe, but for the rest of a copy that was begun.
UPDATE outbox SET not_before = :far, not_after = NULL
WHERE state IN ('due', 'held') AND sent_ids IS NULL AND not_before < :far AND template IN ('broadcast', 'broadcast-again')
    AND broadcast_id IN (SELECT b.id FROM broadcasts b WHERE b.state = 'paused');

-- name: release!
-- Owe again what was held back.
UPDATE outbox SET state = 'due', digest_id = NULL, not_before = :now, not_after = :not_after
WHERE state IN ('due', 'held') AND broadcast_id = :broadcast_id AND not_before = :far;

-- name: unreported
-- Announcements under way, or ended and not yet reported to who sent them.
SELECT * FROM broadcasts
WHERE send_at IS NOT NULL AND reported_at IS NULL AND left_at IS NULL
    AND state IN ('sending', 'paused', 'stopped', 'sent', 'removing', 'removed')
ORDER BY id;

-- name: mark_reported!
-- Remember that the final figures were shown, unless somebody has confirmed or voted since.
UPDATE broadcasts SET reported_at = :now
WHERE id = :broadcast_id AND revision = :revision
    AND (SELECT COUNT(*) FROM acknowledgements k WHERE k.broadcast_id = :broadcast_id) = :confirmed
    AND COALESCE((SELECT p.changes FROM polls p WHERE p.broadcast_id = :broadcast_id), 0) = :changes;

-- name: set_progress_message!
-- Remember the message in which the progress is shown.
UPDATE broadcasts SET progress_message_id = :message_id WHERE id = :broadcast_id;

-- name: finish!
-- End every announcement of which nothing is owed any more.
UPDATE broadcasts SET
    state = CASE WHEN EXISTS (
        SELECT 1 FROM outbox o
        WHERE o.broadcast_id = broadcasts.id AND o.state = 'stopped' AND o.template = 'broadcast'
    ) THEN 'stopped' ELSE 'sent' END,
    finished_at = :now, revision = revision + 1
WHERE send_at IS NOT NULL AND reported_at IS NULL AND state IN ('sending', 'stopped', 'sent') AND finished_at IS NULL
    AND NOT EXISTS (
        SELECT 1 FROM outbox o
        WHERE o.broadcast_id = broadcasts.id AND o.state IN ('due', 'held', 'sending')
            AND (o.template = 'broadcast' OR o.template LIKE '%-edit' OR (o.template = 'broadcast-again' AND edition > 0)));

-- name: stop_rest!
-- End what stopped or removed announcements still owe, should anything have come back after the stop.
UPDATE outbox SET state = CASE WHEN lost_replies = 0 THEN 'stopped' ELSE 'unknown' END, finished_at = :now
WHERE state IN ('due', 'held') AND sent_ids IS NULL AND template IN ('broadcast', 'broadcast-again') AND broadcast_id IN (
    SELECT b.id FROM broadcasts b
    WHERE b.send_at IS NOT NULL AND b.reported_at IS NULL AND b.state IN ('stopped', 'removing') AND b.finished_at IS NULL);

-- name: take_away!
-- Nobody reads any more what was kept of an announcement that is being removed.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state = 'kept' AND broadcast_id IN (SELECT b.id FROM broadcasts b WHERE b.state = 'removing' AND b.finished_at IS NULL);

-- name: fan_out!
-- Owe one copy to each person of the audience, in that person's language.
INSERT INTO outbox (
    account_id, priority, template, data, broadcast_id, not_before, not_after, dedup_key, created_at
)
SELECT
    a.id, :priority, 'broadcast',
    CASE COALESCE(a.language, 'kk') WHEN 'kk' THEN :kk WHEN 'ru' THEN :ru ELSE :en END,
    :broadcast_id, :now, :not_after,
    'broadcast:' || CAST(:broadcast_id AS TEXT) || ':' || CAST(a.id AS TEXT), :now
FROM accounts a
WHERE :languages LIKE '%,' || COALESCE(a.language, 'kk') || ',%'
    AND a.id IN (SELECT m.account_id FROM "audiences.members" m)
ORDER BY a.id
ON CONFLICT (dedup_key) DO NOTHING;

-- name: retry!
-- Owe again what certainly did not arrive, or the rest of what was begun.
UPDATE outbox SET state = 'due', digest_id = NULL, attempts = 0, error = NULL, not_before = :now, not_after = :not_after, finished_at = NULL,
    message_id = NULL, more_ids = NULL
WHERE broadcast_id = :broadcast_id AND template = 'broadcast' AND state IN ('failed', 'expired');
