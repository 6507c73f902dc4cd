-- name: save
-- Create a programme or refresh what its file says.
INSERT INTO programmes (code, title, summary, operator, loaded_at)
VALUES (:code, :title, :summary, :operator, :now)
ON CONFLICT (code) DO UPDATE SET title = excluded.title, summary = excluded.summary, operator = excluded.operator,
    loaded_at = excluded.loaded_at
RETURNING id;

-- name: save_unit
-- Create an org unit or refresh it.
INSERT INTO org_units (programme_id, parent_id, code, kind, title, search_text, position)
VALUES (:programme_id, :parent_id, :code, :kind, :title, :search_text, :position)
ON CONFLICT (programme_id, code) DO UPDATE SET parent_id = excluded.parent_id, kind = excluded.kind,
    title = excluded.title, search_text = excluded.search_text, position = excluded.position
RETURNING id;

-- name: save_event
-- Create an event or refresh it; what was chosen in the chat stays until the file says something else than before.
INSERT INTO events (programme_id, code, season, title, summary, place, card, timezone, audience, mode,
    starts_on, ends_on, opens_on, closes_on, edits_until, offer_hours, reminders, selection, filed_mode, consent_rules,
    filed_days, filed_reminders, gates)
VALUES (:programme_id, :code, :season, :title, :summary, :place, :card, :timezone, :audience, :mode,
    :starts_on, :ends_on, :opens_on, :closes_on, :edits_until, :offer_hours, :reminders, :selection, :mode, :consent_rules,
    :filed_days, :reminders, :gates)
ON CONFLICT (code) DO UPDATE SET season = excluded.season, title = excluded.title, summary = excluded.summary,
    place = excluded.place, card = excluded.card, timezone = excluded.timezone, audience = excluded.audience,
    mode = CASE WHEN events.filed_mode = excluded.filed_mode THEN events.mode ELSE excluded.mode END,
    filed_mode = excluded.filed_mode, selection = excluded.selection, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
    opens_on = CASE WHEN events.filed_days = excluded.filed_days THEN events.opens_on ELSE excluded.opens_on END,
    closes_on = CASE WHEN events.filed_days = excluded.filed_days THEN events.closes_on ELSE excluded.closes_on END,
    filed_days = excluded.filed_days, edits_until = excluded.edits_until,
    offer_hours = excluded.offer_hours,
    reminders = CASE WHEN events.filed_reminders = excluded.filed_reminders THEN events.reminders
        ELSE excluded.reminders END,
    filed_reminders = excluded.filed_reminders, consent_rules = excluded.consent_rules,
    gates = excluded.gates
WHERE events.programme_id = excluded.programme_id
RETURNING id;

-- name: save_stream
-- Create a stream or refresh it; the capacity set in the chat stays until the file names another one than before.
INSERT INTO streams (event_id, code, title, starts_on, ends_on, capacity, filed_capacity, recall_on,
    filed_days)
VALUES (:event_id, :code, :title, :starts_on, :ends_on, :capacity, :capacity, :recall_on, :filed_days)
ON CONFLICT (event_id, code) DO UPDATE SET title = excluded.title,
    starts_on = CASE WHEN streams.filed_days = excluded.filed_days THEN streams.starts_on ELSE excluded.starts_on END,
    ends_on = CASE WHEN streams.filed_days = excluded.filed_days THEN streams.ends_on ELSE excluded.ends_on END,
    filed_days = excluded.filed_days, capacity = CASE
        WHEN streams.filed_capacity = excluded.filed_capacity THEN streams.capacity ELSE excluded.capacity END,
    filed_capacity = excluded.filed_capacity, recall_on = excluded.recall_on
RETURNING id, capacity;

-- name: span!
-- Let an event last from its first stream's first day to its last stream's last one.
UPDATE events SET starts_on = (SELECT min(s.starts_on) FROM streams s WHERE s.event_id = events.id),
    ends_on = (SELECT max(s.ends_on) FROM streams s WHERE s.event_id = events.id)
WHERE id = :event_id;

-- name: add_seat!
-- One more seat of a stream.
INSERT INTO seats (stream_id, number) VALUES (:stream_id, :number) ON CONFLICT DO NOTHING;


-- name: consent_sha
-- The fingerprint of a consent text that is already there.
SELECT sha256 FROM consent_texts WHERE event_id = :event_id AND purpose = :purpose AND version = :version;

-- name: add_consent_text!
-- A new version of a consent text; never changed afterwards.
INSERT INTO consent_texts (event_id, purpose, version, is_required, title, body, levels, change, sha256)
VALUES (:event_id, :purpose, :version, :is_required, :title, :body, :levels, :change, :sha256);

-- name: save_session!
-- Create a session or refresh it, if its file says something new; never fewer places than are taken, no squads of another stream.
INSERT INTO sessions (
    event_id, stream_id, squads, code, kind, title, place, speaker, held_on, starts_at, ends_at, capacity, filed)
VALUES (:event_id, :stream_id, :squads, :code, :kind, :title, :place, :speaker, :held_on, :starts_at, :ends_at, :capacity, :filed)
ON CONFLICT (event_id, code) DO UPDATE SET squads = CASE WHEN excluded.squads <> '' THEN excluded.squads
        WHEN excluded.stream_id <> sessions.stream_id THEN '' ELSE sessions.squads END, stream_id = excluded.stream_id, kind = excluded.kind,
    title = excluded.title, place = excluded.place, speaker = excluded.speaker, held_on = excluded.held_on,
    starts_at = excluded.starts_at, ends_at = excluded.ends_at, filed = excluded.filed, is_cancelled = 0,
    revision = sessions.revision + 1, capacity = CASE
        WHEN excluded.capacity < sessions.taken THEN sessions.taken ELSE excluded.capacity END
WHERE sessions.filed <> excluded.filed;
