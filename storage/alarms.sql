-- What the owners were told about the program itself.

-- name: find
-- What is known about one sort of trouble.
SELECT told_at, untold, is_open FROM alarms WHERE kind = :kind AND source = :source;

-- name: save!
-- Remember what is known about one sort of trouble.
INSERT INTO alarms (kind, source, told_at, untold, is_open) VALUES (:kind, :source, :told_at, :untold, :is_open)
ON CONFLICT (kind, source) DO UPDATE SET
    told_at = excluded.told_at, untold = excluded.untold, is_open = excluded.is_open;

-- name: forget!
-- What processes that are long gone knew.
DELETE FROM alarms WHERE told_at <= :before;
