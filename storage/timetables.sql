-- name: days
-- The local days of an event that have sessions, cancelled ones too.
SELECT DISTINCT held_on FROM sessions WHERE event_id = :event_id ORDER BY held_on;

-- name: on_day
-- Every session of one local day, cancelled ones too, in order.
SELECT * FROM sessions WHERE event_id = :event_id AND held_on = :held_on ORDER BY starts_at, id;

-- name: around
-- What else is held while a session is.
SELECT * FROM sessions WHERE event_id = :event_id AND id <> :session_id AND is_cancelled = 0
AND starts_at < :ends_at AND ends_at > :starts_at ORDER BY starts_at, id;

-- name: set!
-- Change a session, if it still is what was shown.
UPDATE sessions SET stream_id = :stream_id, squads = :squads, kind = :kind, title = :title, place = :place, speaker = :speaker,
    held_on = :held_on, starts_at = :starts_at, ends_at = :ends_at, capacity = :capacity, is_cancelled = :is_cancelled,
    revision = revision + 1
WHERE id = :session_id AND revision = :revision;

-- name: add
-- A new session.
INSERT INTO sessions (event_id, stream_id, squads, code, kind, title, place, speaker, held_on, starts_at, ends_at, capacity)
VALUES (:event_id, :stream_id, :squads, :code, :kind, :title, :place, :speaker, :held_on, :starts_at, :ends_at, :capacity)
RETURNING id;

-- name: codes
-- The codes of an event's sessions.
SELECT code FROM sessions WHERE event_id = :event_id;

-- name: record
-- Remember a change of a session.
INSERT INTO session_changes (session_id, changed_by, changed_at, was, became)
VALUES (:session_id, :changed_by, :now, :was, :became) RETURNING id;

-- name: newest
-- The newest change of a session that stands.
SELECT * FROM session_changes WHERE session_id = :session_id AND undone_at IS NULL ORDER BY id DESC LIMIT 1;

-- name: undo!
-- A change is taken back.
UPDATE session_changes SET undone_at = :now WHERE id = :change_id AND undone_at IS NULL;

-- name: untold
-- Of each session with changes that nobody was told: the first, and when the last of them was made or taken back.
SELECT c.session_id, min(c.id) AS first_id, max(c.id) AS last_id,
    max(CASE WHEN c.undone_at > c.changed_at THEN c.undone_at ELSE c.changed_at END) AS last_at
FROM session_changes c WHERE c.told_at IS NULL GROUP BY c.session_id ORDER BY c.session_id;

-- name: change
-- One change.
SELECT * FROM session_changes WHERE id = :change_id;

-- name: settle!
-- The changes of a session up to one are dealt with.
UPDATE session_changes SET told_at = :now WHERE session_id = :session_id AND id <= :last_id AND told_at IS NULL;

-- name: free_all!
-- Nobody has a place of a session any more.
DELETE FROM session_seats WHERE session_id = :session_id;

-- name: forget_taken!
-- No place of a session is taken any more.
UPDATE sessions SET taken = 0 WHERE id = :session_id;

-- name: all
-- Every session of an event, cancelled ones too, in order.
SELECT * FROM sessions WHERE event_id = :event_id ORDER BY starts_at, id;

-- name: made
-- The changes of an event's sessions that somebody made at one instant and did not take back.
SELECT c.* FROM session_changes c JOIN sessions s ON s.id = c.session_id
WHERE s.event_id = :event_id AND c.changed_by = :changed_by AND c.changed_at = :at AND c.undone_at IS NULL ORDER BY c.id;

-- name: filed
-- The sessions of an event that its programme file named when it was last loaded.
SELECT * FROM sessions WHERE event_id = :event_id AND filed <> '' ORDER BY starts_at, id;

-- name: strike!
-- A session that the programme file does not name any more is held no more.
UPDATE sessions SET is_cancelled = 1, filed = '', revision = revision + 1 WHERE id = :session_id;
