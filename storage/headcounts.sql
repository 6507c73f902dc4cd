-- Head counts: which squads, which children, who was seen.

-- name: add
-- A new count.
INSERT INTO headcounts (event_id, started_by, started_at, remind_minutes, message_id)
VALUES (:event_id, :started_by, :now, :remind_minutes, :message_id) RETURNING id;

-- name: add_squad!
-- A squad that is counted.
INSERT INTO headcount_squads (headcount_id, squad_id) VALUES (:headcount_id, :squad_id);

-- name: add_children!
-- The children who are in a squad now.
INSERT INTO headcount_children (headcount_id, registration_id, squad_id)
SELECT h.id, l.registration_id, l.squad_id FROM headcounts h JOIN squad_roll l ON l.event_id = h.event_id
WHERE h.id = :headcount_id AND l.squad_id = :squad_id;

-- name: get
-- One count.
SELECT * FROM headcounts WHERE id = :headcount_id;

-- name: running
-- The count of an event that is not over.
SELECT * FROM headcounts WHERE event_id = :event_id AND ended_at IS NULL;

-- name: running_of_squad
-- The count that is not over and counts a squad.
SELECT c.id FROM headcounts c JOIN headcount_squads q ON q.headcount_id = c.id
WHERE q.squad_id = :squad_id AND c.ended_at IS NULL;

-- name: unreported
-- Counts under way, and those whose last figures were not shown yet.
SELECT * FROM headcounts WHERE reported_at IS NULL ORDER BY id;

-- name: ended
-- The last counts of an event that are over.
SELECT * FROM headcounts WHERE event_id = :event_id AND ended_at IS NOT NULL ORDER BY id DESC LIMIT :most;

-- name: squads
-- The squads of a count with who is done.
SELECT s.id, s.event_id, s.stream_id, s.number, s.name, s.places, q.finished_at, q.reminded_at
FROM headcount_squads q JOIN squads s ON s.id = q.squad_id
WHERE q.headcount_id = :headcount_id ORDER BY s.number, s.id;

-- name: children
-- The children of a count by name, and whether each has been handed over and is not back.
SELECT c.registration_id, c.squad_id, c.is_present, c.marked_at, p.full_name,
    (SELECT count(*) FROM leavings w WHERE w.registration_id = c.registration_id
        AND w.returned_at IS NULL AND w.undone_at IS NULL) AS is_away
FROM headcount_children c
JOIN registrations r ON r.id = c.registration_id JOIN participants p ON p.id = r.participant_id
WHERE c.headcount_id = :headcount_id ORDER BY p.search_name, c.registration_id;

-- name: mark!
-- Somebody was seen, or not, or is not marked after all; only while the count runs.
UPDATE headcount_children SET is_present = :is_present, marked_by = :account_id, marked_at = :now
WHERE headcount_id = :headcount_id AND registration_id = :registration_id AND squad_id = :squad_id
    AND (is_present IS NULL OR :is_present IS NULL OR is_present <> :is_present);

-- name: mark_rest!
-- Everybody of a squad who is not marked was seen, or not; whoever was handed over is not looked for.
UPDATE headcount_children SET is_present = :is_present, marked_by = :account_id, marked_at = :now
WHERE headcount_id = :headcount_id AND squad_id = :squad_id AND is_present IS NULL
    AND NOT EXISTS (SELECT 1 FROM leavings w WHERE w.registration_id = headcount_children.registration_id
        AND w.returned_at IS NULL AND w.undone_at IS NULL);

-- name: finish!
-- A squad is done, once.
UPDATE headcount_squads SET finished_at = :now, finished_by = :account_id
WHERE headcount_id = :headcount_id AND squad_id = :squad_id AND finished_at IS NULL;

-- name: complete!
-- A count whose every squad is done is complete.
UPDATE headcounts SET completed_at = :now WHERE id = :headcount_id AND completed_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM headcount_squads q WHERE q.headcount_id = headcounts.id AND q.finished_at IS NULL);

-- name: end!
-- A count is over.
UPDATE headcounts SET ended_at = :now WHERE id = :headcount_id AND ended_at IS NULL;

-- name: end_old!
-- Counts that nobody closed are over.
UPDATE headcounts SET ended_at = :now WHERE ended_at IS NULL AND started_at <= :before;

-- name: mark_reported!
-- The last figures of a count were shown.
UPDATE headcounts SET reported_at = :now WHERE id = :headcount_id AND ended_at IS NOT NULL;

-- name: set_message!
-- The figures of a count are shown in this message from now on.
UPDATE headcounts SET message_id = :message_id WHERE id = :headcount_id;

-- name: mark_reminded!
-- The leaders of a squad were reminded.
UPDATE headcount_squads SET reminded_at = :now WHERE headcount_id = :headcount_id AND squad_id = :squad_id;

-- name: mark_called!
-- Organizers were told whom to call.
UPDATE headcounts SET called_at = :now WHERE id = :headcount_id;

-- name: rule
-- After how many minutes leaders are reminded at an event.
SELECT remind_minutes FROM headcount_rules WHERE event_id = :event_id;

-- name: save_rule!
-- After how many minutes leaders are reminded at an event.
INSERT INTO headcount_rules (event_id, remind_minutes, changed_by, changed_at)
VALUES (:event_id, :remind_minutes, :account_id, :now)
ON CONFLICT (event_id) DO UPDATE SET remind_minutes = excluded.remind_minutes, changed_by = excluded.changed_by,
    changed_at = excluded.changed_at;
