-- name: method
-- How an event marks.
SELECT selection FROM events WHERE id = :event_id;

-- name: candidates
-- Who may be chosen in a stream, in the order they came.
SELECT id FROM registrations
WHERE stream_id = :stream_id AND status IN ('pending', 'waitlisted') AND rests = 0 ORDER BY submitted_at, id;

-- name: cards
-- The whole cards of a stream.
SELECT c.* FROM score_cards c JOIN registrations r ON r.id = c.registration_id
WHERE r.stream_id = :stream_id AND c.is_whole = 1 ORDER BY c.registration_id, c.account_id;

-- name: find
-- One reviewer's card for one registration.
SELECT * FROM score_cards WHERE registration_id = :registration_id AND account_id = :account_id;

-- name: save!
-- Keep what a reviewer says.
INSERT INTO score_cards (registration_id, account_id, marks, comment, is_conflict, is_whole, changed_at)
VALUES (:registration_id, :account_id, :marks, :comment, :is_conflict, :is_whole, :now)
ON CONFLICT (registration_id, account_id) DO UPDATE SET marks = excluded.marks, comment = excluded.comment,
    is_conflict = excluded.is_conflict, is_whole = excluded.is_whole, changed_at = excluded.changed_at;

-- name: next
-- What a reviewer looks at next: begun by themselves, else marked by the fewest; never of their own family.
SELECT r.id FROM registrations r
LEFT JOIN score_cards own ON own.registration_id = r.id AND own.account_id = :account_id
WHERE r.stream_id = :stream_id AND r.status IN ('pending', 'waitlisted') AND r.rests = 0
AND COALESCE(own.is_whole, 0) = 0 AND COALESCE(own.is_conflict, 0) = 0 AND r.account_id <> :account_id
AND NOT EXISTS (SELECT 1 FROM guardian_links g
    WHERE g.participant_id = r.participant_id AND g.account_id = :account_id AND g.ended_at IS NULL)
AND (SELECT count(*) FROM score_cards w WHERE w.registration_id = r.id AND w.is_whole = 1) < :reviewers_per
ORDER BY CASE WHEN own.account_id IS NULL THEN 1 ELSE 0 END,
    (SELECT count(*) FROM score_cards w WHERE w.registration_id = r.id AND w.is_whole = 1), r.submitted_at, r.id
LIMIT 1;

-- name: own
-- A reviewer's cards of a stream, newest first.
SELECT c.* FROM score_cards c JOIN registrations r ON r.id = c.registration_id
WHERE r.stream_id = :stream_id AND c.account_id = :account_id ORDER BY c.changed_at DESC, c.registration_id LIMIT :limit;
