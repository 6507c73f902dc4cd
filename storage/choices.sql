-- name: add
-- A choice that has just been made.
INSERT INTO choices (stream_id, lottery_id, made_by, made_at) VALUES (:stream_id, :lottery_id, :account_id, :now)
RETURNING id;

-- name: get
-- One choice, locked.
SELECT c.*, s.event_id FROM choices c JOIN streams s ON s.id = c.stream_id WHERE c.id = :choice_id;

-- name: newest
-- The newest choice of a stream that was not taken back.
SELECT c.*, s.event_id FROM choices c JOIN streams s ON s.id = c.stream_id
WHERE c.stream_id = :stream_id AND c.undone_at IS NULL ORDER BY c.id DESC LIMIT 1;

-- name: add_move!
-- What a choice did to one registration.
INSERT INTO choice_moves (choice_id, registration_id, position, before_status, before_queued_at, before_rests, revision)
VALUES (:choice_id, :registration_id, :position, :before_status, :before_queued_at, :before_rests, :revision);

-- name: moves
-- Everything a choice moved, in order.
SELECT * FROM choice_moves WHERE choice_id = :choice_id ORDER BY position, registration_id;

-- name: counts
-- How many took part in a choice, how many of them have been told, and how many have a seat or an offer by it.
SELECT count(*) AS number, COALESCE(sum(m.is_told), 0) AS told,
    COALESCE(sum(CASE WHEN r.seat_number IS NULL THEN 0 ELSE 1 END), 0) AS seated
FROM choice_moves m JOIN registrations r ON r.id = m.registration_id
WHERE m.choice_id = :choice_id AND m.position > 0;

-- name: undo!
-- A choice was taken back.
UPDATE choices SET undone_at = :now WHERE id = :choice_id AND undone_at IS NULL AND told_at IS NULL;

-- name: due
-- The choices of which people are to be told, earliest first.
SELECT c.*, s.event_id FROM choices c JOIN streams s ON s.id = c.stream_id
WHERE c.undone_at IS NULL AND c.told_at IS NULL AND c.made_at < :before ORDER BY c.made_at, c.id;

-- name: untold
-- Who took part in a choice and has not been told.
SELECT * FROM choice_moves WHERE choice_id = :choice_id AND is_told = 0 AND position > 0
ORDER BY position, registration_id LIMIT :limit;

-- name: tell!
-- Somebody has been told.
UPDATE choice_moves SET is_told = 1 WHERE choice_id = :choice_id AND registration_id = :registration_id;

-- name: finish!
-- Everybody has been told.
UPDATE choices SET told_at = :now WHERE id = :choice_id;
