-- Who may collect a child, and who must not.

-- name: add
-- Somebody comes on the list of a registration; what is known of them is sealed next.
INSERT INTO collectors (registration_id, kind, account_id, named_by, named_at)
VALUES (:registration_id, :kind, :account_id, :named_by, :now) RETURNING id;

-- name: seal!
-- What is known of somebody, sealed for this row.
UPDATE collectors SET said = :said WHERE id = :collector_id;

-- name: get
-- Somebody on the list of one registration, whether or not they stand there now.
SELECT * FROM collectors WHERE id = :collector_id AND registration_id = :registration_id;

-- name: by_id
-- Somebody on a list.
SELECT * FROM collectors WHERE id = :collector_id;

-- name: standing
-- Who may collect a child now: whom a guardian named who may decide now.
SELECT c.* FROM collectors c
WHERE c.registration_id = :registration_id AND c.kind <> 'outsider' AND c.ended_at IS NULL AND EXISTS (
    SELECT 1 FROM registrations r JOIN guardian_links g ON g.participant_id = r.participant_id
    WHERE r.id = c.registration_id AND g.account_id = c.named_by AND g.ended_at IS NULL AND g.may_decide = 1)
ORDER BY CASE c.kind WHEN 'guardian' THEN 0 WHEN 'named' THEN 1 ELSE 2 END, c.id;

-- name: outsiders
-- Outsiders for whom staff asked lately.
SELECT c.* FROM collectors c
WHERE c.registration_id = :registration_id AND c.kind = 'outsider' AND c.ended_at IS NULL
    AND COALESCE(c.second_at, c.named_at) > :after
    AND NOT EXISTS (SELECT 1 FROM leavings l WHERE l.collector_id = c.id AND l.undone_at IS NULL)
ORDER BY c.id;

-- name: end!
-- Somebody is on the list no more.
UPDATE collectors SET ended_by = :account_id, ended_at = :now
WHERE id = :collector_id AND registration_id = :registration_id AND ended_at IS NULL;

-- name: end_alone!
-- A child goes alone no more, by whoever's word: also by that of a guardian who may not decide now.
UPDATE collectors SET ended_by = :account_id, ended_at = :now
WHERE registration_id = :registration_id AND kind = 'alone' AND ended_at IS NULL;

-- name: restore!
-- Somebody is on the list again.
UPDATE collectors SET ended_by = NULL, ended_at = NULL
WHERE id = :collector_id AND registration_id = :registration_id AND ended_by = :account_id AND kind = 'named';

-- name: call!
-- Which guardian was called about an outsider.
UPDATE collectors SET called_id = :called_id
WHERE id = :collector_id AND kind = 'outsider' AND named_by = :account_id AND second_by IS NULL AND ended_at IS NULL;

-- name: second!
-- Another member of staff stands for an outsider too, once.
UPDATE collectors SET second_by = :account_id, second_at = :now
WHERE id = :collector_id AND kind = 'outsider' AND second_by IS NULL AND called_id IS NOT NULL AND ended_at IS NULL
    AND named_by <> :account_id;

-- name: misses
-- How many wrong codes were tried at a registration lately, and until when none is looked at.
SELECT misses, missed_at, paused_until FROM collector_misses WHERE registration_id = :registration_id;

-- name: miss!
-- One more wrong code.
INSERT INTO collector_misses (registration_id, misses, missed_at, paused_until)
VALUES (:registration_id, :misses, :now, :paused_until)
ON CONFLICT (registration_id) DO UPDATE SET misses = excluded.misses, missed_at = excluded.missed_at,
    paused_until = excluded.paused_until;

-- name: forget_misses!
-- A right code: nothing is held against this list.
DELETE FROM collector_misses WHERE registration_id = :registration_id;

-- name: add_bar
-- Somebody must not collect a child; what is known of them is sealed next.
INSERT INTO bars (participant_id, account_id, barred_by, barred_at)
VALUES (:participant_id, :account_id, :barred_by, :now) RETURNING id;

-- name: seal_bar!
-- What is known of somebody who must not collect, sealed for this row.
UPDATE bars SET said = :said WHERE id = :bar_id;

-- name: bars
-- Who must not collect a child, of whichever of its merged records that was said.
WITH RECURSIVE same (id) AS (
    SELECT p.id FROM participants p WHERE p.id = :participant_id
    UNION
    SELECT CASE WHEN m.kept_id = s.id THEN m.gone_id ELSE m.kept_id END
    FROM same s JOIN merges m ON (m.kept_id = s.id OR m.gone_id = s.id) AND m.undone_at IS NULL
)
SELECT b.* FROM bars b WHERE b.participant_id IN (SELECT id FROM same) AND b.lifted_at IS NULL ORDER BY b.id;

-- name: bar_by_id
-- Somebody who must not collect a child, or may again.
SELECT * FROM bars WHERE id = :bar_id;

-- name: ask_lift!
-- Staff asks the primary guardian whether somebody may collect again.
UPDATE bars SET asked_by = :account_id, asked_at = :now WHERE id = :bar_id AND lifted_at IS NULL;

-- name: refuse_lift!
-- The primary guardian said no: it stays.
UPDATE bars SET asked_by = NULL, asked_at = NULL WHERE id = :bar_id AND lifted_at IS NULL AND asked_by IS NOT NULL;

-- name: lift!
-- The primary guardian said yes to what staff asked.
UPDATE bars SET lifted_by = :account_id, lifted_at = :now
WHERE id = :bar_id AND lifted_at IS NULL AND asked_by IS NOT NULL AND asked_by <> :account_id
    AND (account_id IS NULL OR account_id <> :account_id);

-- name: blank_own!
-- A guardian is on no list any more.
UPDATE collectors SET said = '{}', ended_by = COALESCE(ended_by, named_by), ended_at = COALESCE(ended_at, :now)
WHERE account_id = :account_id;

-- name: drop_of_child!
-- Whoever might collect a child that is forgotten.
DELETE FROM collectors WHERE registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: drop_misses_of_child!
-- Wrong codes tried at a child that is forgotten.
DELETE FROM collector_misses WHERE registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: drop_bars_of_child!
-- Who must not collect a child that is forgotten.
DELETE FROM bars WHERE participant_id = :participant_id;

-- name: blank_old!
-- A quarter after its event nothing is known any more of who might collect; that a child left with them stays.
UPDATE collectors SET said = '{}' WHERE id IN (
    SELECT c.id FROM events e JOIN registrations r ON r.event_id = e.id JOIN collectors c ON c.registration_id = r.id
    WHERE e.ends_on < :before_on AND c.said <> '{}' LIMIT :most);

-- name: count_old
-- How many are known longer than a quarter after their event.
SELECT count(*) AS number FROM collectors c JOIN registrations r ON r.id = c.registration_id
JOIN events e ON e.id = r.event_id WHERE c.said <> '{}' AND e.ends_on < :before_on;
