-- name: row
-- All that is kept about an event.
SELECT * FROM events WHERE id = :event_id;

-- name: copy_event
-- A new event like another one, hidden until it is opened.
INSERT INTO events (programme_id, code, season, title, summary, place, card, timezone, audience, mode, starts_on,
    ends_on, opens_on, closes_on, edits_until, offer_hours, reminders, selection, filed_mode, consent_rules, gates, is_hidden)
VALUES (:programme_id, :code, :season, :title, :summary, :place, :card, :timezone, :audience, :mode, :starts_on,
    :ends_on, :opens_on, :closes_on, :edits_until, :offer_hours, :reminders, :selection, '', :consent_rules, :gates, 1)
RETURNING id;

-- name: streams
-- The streams of an event, all that is kept about them.
SELECT * FROM streams WHERE event_id = :event_id ORDER BY id;

-- name: copy_stream
-- A new stream like another one, open and without seats yet.
INSERT INTO streams (event_id, code, title, starts_on, ends_on, capacity, recall_on)
VALUES (:event_id, :code, :title, :starts_on, :ends_on, :capacity, :recall_on) RETURNING id;

-- name: quotas
-- The quotas of a stream.
SELECT id, above_id, unit_id, capacity, recall_on FROM quotas WHERE stream_id = :stream_id ORDER BY id;

-- name: copy_consent_texts!
-- The newest text of each purpose, in the same version.
INSERT INTO consent_texts (event_id, purpose, version, is_required, title, body, levels, change, sha256)
SELECT e.id, t.purpose, t.version, t.is_required, t.title, t.body, t.levels, t.change, t.sha256
FROM consent_texts t JOIN events e ON e.id = :new_id
WHERE t.event_id = :event_id AND t.version = (
    SELECT max(n.version) FROM consent_texts n WHERE n.event_id = t.event_id AND n.purpose = t.purpose);

-- name: sessions
-- The timetable of an event.
SELECT * FROM sessions WHERE event_id = :event_id AND is_cancelled = 0 ORDER BY id;

-- name: sessions_outside
-- Whether something stands in a stream's timetable before or after these days.
SELECT 1 FROM sessions s WHERE s.event_id = :event_id AND s.stream_id = :stream_id
AND (s.held_on < :starts_on OR s.held_on > :ends_on) LIMIT 1;

-- name: set_days!
-- When registration opens and closes.
UPDATE events SET opens_on = :opens_on, closes_on = :closes_on WHERE id = :event_id;

-- name: set_stream_days!
-- When a stream starts and ends.
UPDATE streams SET starts_on = :starts_on, ends_on = :ends_on WHERE id = :stream_id AND event_id = :event_id;

-- name: show!
-- Let everybody know of an event.
UPDATE events SET is_hidden = 0 WHERE id = :event_id AND is_hidden = 1;

-- name: code
-- Whether an event has this code.
SELECT 1 FROM events WHERE code = :code;

-- name: active
-- The registrations of a stream that are not over.
SELECT id FROM registrations WHERE stream_id = :stream_id
AND status NOT IN ('declined', 'refused', 'cancelled') ORDER BY id;

-- name: owed_days
-- A message about a stream's days that has not left yet.
SELECT data FROM outbox WHERE state = 'due' AND template = 'stream-days' AND data LIKE :about LIMIT 1;

-- name: stop_days!
-- What is owed about a stream's days is not owed any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state IN ('due', 'held', 'kept') AND template = 'stream-days' AND data LIKE :about;
