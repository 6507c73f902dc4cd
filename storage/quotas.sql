-- Quotas of streams: a tree along the org units. `above_id` is the nearest quota above in the same stream.

-- name: path
-- The quotas of a stream on a unit and on the units above it, nearest first.
WITH RECURSIVE branch (id, parent_id, depth) AS (
    SELECT id, parent_id, 0 FROM org_units WHERE id = :unit_id
    UNION ALL
    SELECT u.id, u.parent_id, b.depth + 1 FROM org_units u JOIN branch b ON u.id = b.parent_id
)
SELECT q.*, COALESCE((SELECT sum(c.capacity - c.taken) FROM quotas c WHERE c.above_id = q.id), 0) AS reserved
FROM quotas q JOIN branch b ON b.id = q.unit_id WHERE q.stream_id = :stream_id ORDER BY b.depth;

-- name: get
-- One quota with what the quotas right below keep.
SELECT q.*, COALESCE((SELECT sum(c.capacity - c.taken) FROM quotas c WHERE c.above_id = q.id), 0) AS reserved
FROM quotas q WHERE q.id = :quota_id;

-- name: of_event
-- Every quota of an event.
SELECT q.*, COALESCE((SELECT sum(c.capacity - c.taken) FROM quotas c WHERE c.above_id = q.id), 0) AS reserved
FROM quotas q JOIN streams s ON s.id = q.stream_id WHERE s.event_id = :event_id ORDER BY q.id;

-- name: take!
-- Take one place of a quota; one that was recalled grows by the place it takes from above.
UPDATE quotas SET taken = taken + 1, capacity = capacity + :grown WHERE id = :quota_id;

-- name: give_back!
-- Give one place of a quota back; one that was recalled keeps it no longer.
UPDATE quotas SET taken = taken - 1, capacity = capacity - :shrunk WHERE id = :quota_id;

-- name: hold!
-- Remember that a registration takes a place of a quota.
INSERT INTO registration_quotas (registration_id, quota_id) VALUES (:registration_id, :quota_id);

-- name: held
-- The quotas a registration takes a place of.
SELECT q.id, q.above_id, q.is_recalled FROM registration_quotas h JOIN quotas q ON q.id = h.quota_id
WHERE h.registration_id = :registration_id;

-- name: drop_held!
-- Forget the quotas of a registration.
DELETE FROM registration_quotas WHERE registration_id = :registration_id;

-- name: find
-- The quota of a unit in a stream.
SELECT id, capacity, changed_at FROM quotas WHERE stream_id = :stream_id AND unit_id = :unit_id;

-- name: add
-- A new quota, as large as what is taken in its branch already.
INSERT INTO quotas (stream_id, unit_id, capacity, taken, changed_at)
VALUES (:stream_id, :unit_id, :taken, :taken, :now) RETURNING id;

-- name: seated_in_branch
-- Who has a seat of a stream and belongs to a unit or to a unit inside it.
WITH RECURSIVE branch (id) AS (
    SELECT id FROM org_units WHERE id = :unit_id
    UNION ALL
    SELECT u.id FROM org_units u JOIN branch b ON u.parent_id = b.id
)
SELECT r.id FROM registrations r JOIN branch b ON b.id = r.unit_id
WHERE r.stream_id = :stream_id AND r.seat_number IS NOT NULL ORDER BY r.id;

-- name: kept_in_branch
-- What the quotas inside a unit keep that stand right under the quota above it (none: under no quota).
WITH RECURSIVE branch (id) AS (
    SELECT id FROM org_units WHERE parent_id = :unit_id
    UNION ALL
    SELECT u.id FROM org_units u JOIN branch b ON u.parent_id = b.id
)
SELECT COALESCE(sum(q.capacity - q.taken), 0) AS number FROM quotas q JOIN branch b ON b.id = q.unit_id
WHERE q.stream_id = :stream_id AND COALESCE(q.above_id, 0) = :above_id;

-- name: unlinked
-- Every quota of a stream with the nearest quota above it as the tree of units has it now.
WITH RECURSIVE way (quota_id, unit_id, depth) AS (
    SELECT q.id, u.parent_id, 1 FROM quotas q JOIN org_units u ON u.id = q.unit_id WHERE q.stream_id = :stream_id
    UNION ALL
    SELECT w.quota_id, u.parent_id, w.depth + 1 FROM way w JOIN org_units u ON u.id = w.unit_id
)
SELECT w.quota_id, q.id AS above_id, w.depth FROM way w JOIN quotas q ON q.unit_id = w.unit_id
WHERE q.stream_id = :stream_id ORDER BY w.quota_id, w.depth;

-- name: unlink!
-- No quota of a stream stands under another until it is said so.
UPDATE quotas SET above_id = NULL WHERE stream_id = :stream_id;

-- name: link!
-- A quota stands under another.
UPDATE quotas SET above_id = :above_id WHERE id = :quota_id;

-- name: resize!
-- Change how many places a quota has; a hand's number is not changed by the programme file any more.
UPDATE quotas SET capacity = :capacity, is_recalled = :is_recalled, changed_at = COALESCE(:now, changed_at)
WHERE id = :quota_id;

-- name: lift!
-- The quotas right below one stand under the quota above it.
UPDATE quotas SET above_id = :above_id WHERE above_id = :quota_id;

-- name: drop_recalls!
-- Forget the recalls of a quota that goes.
DELETE FROM recalls WHERE quota_id = :quota_id;

-- name: drop_holds!
-- Forget who takes a place of a quota that goes.
DELETE FROM registration_quotas WHERE quota_id = :quota_id;

-- name: remove!
-- Take a quota away; its branch takes places from the quota above.
DELETE FROM quotas WHERE id = :quota_id;

-- name: set_recall_day!
-- The day on which the unused places of a stream's quotas go back, as the programme file has it.
UPDATE quotas SET recall_on = :recall_on WHERE stream_id = :stream_id AND unit_id = :unit_id;

-- name: due
-- Quotas under another one whose unused places go back by a day.
SELECT q.id, COALESCE(q.recall_on, s.recall_on) AS due_on, s.event_id FROM quotas q JOIN streams s ON s.id = q.stream_id
WHERE q.above_id IS NOT NULL AND q.is_recalled = 0 AND COALESCE(q.recall_on, s.recall_on) <= :until_on ORDER BY q.id;

-- name: add_recall
-- Places went back to the quota above.
INSERT INTO recalls (quota_id, amount, recalled_by, recalled_at)
VALUES (:quota_id, :amount, :recalled_by, :now) RETURNING id;

-- name: recalls_like
-- A recall with those that were made by the same hand at the same moment.
SELECT r.* FROM recalls r JOIN recalls one ON one.recalled_at = r.recalled_at AND one.recalled_by = r.recalled_by
WHERE one.id = :recall_id ORDER BY r.id;

-- name: undo_recall!
-- A recall was a slip.
UPDATE recalls SET undone_at = :now WHERE id = :recall_id AND undone_at IS NULL;

-- name: counts
-- How many registrations of an event stand where, by stream and unit.
SELECT unit_id, stream_id, status, count(*) AS number FROM registrations
WHERE event_id = :event_id AND unit_id IS NOT NULL AND (:units IS NULL OR :units LIKE '%,' || unit_id || ',%')
GROUP BY unit_id, stream_id, status;
