-- name: programmes
-- Every programme that has an event, in the order they were loaded.
SELECT * FROM programmes ORDER BY id;

-- name: programme
-- One programme.
SELECT * FROM programmes WHERE id = :programme_id;

-- name: by_programme
-- The events of a programme, soonest first.
SELECT * FROM events WHERE programme_id = :programme_id ORDER BY starts_on, id;

-- name: get
-- One event.
SELECT * FROM events WHERE id = :event_id;

-- name: by_code
-- One event by the code of its deep link.
SELECT * FROM events WHERE code = :code;

-- name: streams
-- The streams of an event.
SELECT * FROM streams WHERE event_id = :event_id ORDER BY id;

-- name: places_left
-- How many places are left in each stream of an event that has any.
SELECT s.id AS stream_id, count(*) AS number FROM streams s JOIN seats f ON f.stream_id = s.id AND f.is_free = 1
WHERE s.event_id = :event_id GROUP BY s.id;

-- name: newest_form
-- The published form that new drafts answer.
SELECT id FROM form_versions WHERE event_id = :event_id ORDER BY number DESC LIMIT 1;

-- name: form_version
-- One published form, as it was when somebody began to answer it.
SELECT * FROM form_versions WHERE id = :form_version_id;

-- name: units
-- Every org unit of a programme, top first.
SELECT u.id, u.code, u.kind, u.title, u.position, p.code AS parent_code
FROM org_units u LEFT JOIN org_units p ON p.id = u.parent_id
WHERE u.programme_id = :programme_id ORDER BY u.position, u.id;

-- name: unit_id
-- The id behind a unit's code.
SELECT id FROM org_units WHERE programme_id = :programme_id AND code = :code;

-- name: consent_texts
-- The newest text of each purpose of an event.
SELECT t.* FROM consent_texts t
WHERE t.event_id = :event_id AND t.version = (
    SELECT max(n.version) FROM consent_texts n WHERE n.event_id = t.event_id AND n.purpose = t.purpose)
ORDER BY t.is_required DESC, t.id;

-- name: session_days
-- The local days of an event that have sessions for a stream and a squad.
SELECT DISTINCT held_on FROM sessions
WHERE event_id = :event_id AND is_cancelled = 0 AND (stream_id IS NULL OR stream_id = :stream_id OR :stream_id IS NULL)
AND (squads = '' OR squads LIKE :squad OR :squad IS NULL)
ORDER BY held_on;

-- name: sessions_on
-- The sessions of one local day for a stream and a squad, in order.
SELECT * FROM sessions
WHERE event_id = :event_id AND held_on = :held_on AND is_cancelled = 0
AND (stream_id IS NULL OR stream_id = :stream_id OR :stream_id IS NULL)
AND (squads = '' OR squads LIKE :squad OR :squad IS NULL)
ORDER BY starts_at, id;

-- name: picture
-- The uploaded picture behind a code.
SELECT file_id FROM pictures WHERE code = :code;

-- name: keep_picture!
-- Remember a picture that Telegram keeps.
INSERT INTO pictures (code, file_id, kept_at) VALUES (:code, :file_id, :now)
ON CONFLICT (code) DO UPDATE SET file_id = excluded.file_id, kept_at = excluded.kept_at;

-- name: set_mode!
-- Change how an event chooses.
UPDATE events SET mode = :mode WHERE id = :event_id;

-- name: set_stage!
-- How far choosing has come in a stream.
UPDATE streams SET stage = :stage WHERE id = :stream_id;

-- name: resize!
-- Change the capacity of a stream.
UPDATE streams SET capacity = :capacity WHERE id = :stream_id;

-- name: of_stream
-- The event a stream belongs to.
SELECT event_id FROM streams WHERE id = :stream_id;
