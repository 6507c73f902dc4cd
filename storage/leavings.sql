-- That children left the camp, and came back.

-- name: add!
-- Note that a child leaves, never twice.
-- It goes with somebody of its own list as it stands now, or with an outsider for whom two stand; in either case on
-- the word of a guardian who may decide now.
INSERT INTO leavings (registration_id, collector_id, kind, proof, released_by, second_by, left_at)
SELECT c.registration_id, c.id, c.kind, :proof, :account_id, c.second_by, :now FROM collectors c
WHERE c.id = :collector_id AND c.registration_id = :registration_id AND c.ended_at IS NULL
    AND (c.account_id IS NULL OR c.account_id <> :account_id)
    AND (c.kind <> 'outsider' OR (c.second_at > :second_after AND c.named_by = :account_id))
    AND EXISTS (
        SELECT 1 FROM registrations r JOIN guardian_links g ON g.participant_id = r.participant_id
        WHERE r.id = c.registration_id AND g.ended_at IS NULL AND g.may_decide = 1
            AND g.account_id = CASE WHEN c.kind = 'outsider' THEN c.called_id ELSE c.named_by END)
ON CONFLICT (registration_id) WHERE returned_at IS NULL AND undone_at IS NULL DO NOTHING;

-- name: of_registration
-- Every time a child left, the newest first, with who handed it over.
SELECT l.*, a.display_name AS released_name, s.display_name AS second_name FROM leavings l
JOIN accounts a ON a.id = l.released_by LEFT JOIN accounts s ON s.id = l.second_by
WHERE l.registration_id = :registration_id ORDER BY l.id DESC;

-- name: undo!
-- It was a slip, said by whoever pressed.
UPDATE leavings SET undone_at = :now
WHERE id = :leaving_id AND registration_id = :registration_id AND released_by = :account_id
    AND returned_at IS NULL AND undone_at IS NULL;

-- name: come_back!
-- A child is back.
UPDATE leavings SET returned_by = :account_id, returned_at = :now
WHERE id = :leaving_id AND registration_id = :registration_id AND returned_at IS NULL AND undone_at IS NULL;

-- name: forget!
-- That a child left.
DELETE FROM leavings WHERE registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: whereabouts
-- Every child whose stream is under way: whether it was met, whether it is out since when, in which squad it is.
SELECT r.id, p.full_name, m.squad_id, l.id AS leaving_id, l.left_at, l.collector_id, l.kind, l.proof,
    a.display_name AS released_name,
    EXISTS (SELECT 1 FROM admissions d WHERE d.registration_id = r.id) AS was_met
FROM registrations r JOIN participants p ON p.id = r.participant_id
JOIN streams s ON s.id = r.stream_id AND s.starts_on <= :today AND s.ends_on >= :today
LEFT JOIN squad_roll m ON m.registration_id = r.id
LEFT JOIN leavings l ON l.registration_id = r.id AND l.returned_at IS NULL AND l.undone_at IS NULL
LEFT JOIN accounts a ON a.id = l.released_by
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND r.needs_consent = 1
    AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
    AND (:squad_id = 0 OR m.squad_id = :squad_id)
ORDER BY p.search_name, r.id;
