-- Squads of a stream and who is in them.

-- name: add
-- A new squad.
INSERT INTO squads (event_id, stream_id, number, name, places, made_at)
VALUES (:event_id, :stream_id, :number, '', :places, :now) RETURNING id;

-- name: highest
-- The greatest number a squad of an event has.
SELECT COALESCE(max(number), 0) AS number FROM squads WHERE event_id = :event_id AND ended_at IS NULL;

-- name: get
-- One squad that has not ended, with how many are in it.
SELECT q.*, (SELECT count(*) FROM squad_roll l WHERE l.squad_id = q.id) AS members
FROM squads q WHERE q.id = :squad_id AND q.ended_at IS NULL;

-- name: of_event
-- The squads of an event with how many are in each.
SELECT q.*, (SELECT count(*) FROM squad_roll l WHERE l.squad_id = q.id) AS members
FROM squads q WHERE q.event_id = :event_id AND q.ended_at IS NULL ORDER BY q.number;

-- name: of_registration
-- The squad a registration is in now.
SELECT l.squad_id FROM squad_roll l WHERE l.registration_id = :registration_id;

-- name: placed
-- The squad of everybody who is in one at an event.
SELECT l.registration_id, l.squad_id FROM squad_roll l WHERE l.event_id = :event_id;

-- name: made_at
-- The squads of an event that were made at one instant and have not ended.
SELECT q.id, (SELECT count(*) FROM squad_members m WHERE m.squad_id = q.id) AS members
FROM squads q WHERE q.event_id = :event_id AND q.made_at = :made_at AND q.ended_at IS NULL ORDER BY q.id;

-- name: change!
-- A squad's name and number of places.
UPDATE squads SET name = :called, places = :places WHERE id = :squad_id AND ended_at IS NULL;

-- name: end!
-- A squad is no more.
UPDATE squads SET ended_at = :now WHERE id = :squad_id AND ended_at IS NULL;

-- name: roll
-- Who is in a squad, by name.
SELECT l.registration_id, l.participant_id, l.unit_id, p.full_name, r.draft_id, r.form_version_id
FROM squad_roll l
JOIN registrations r ON r.id = l.registration_id
JOIN participants p ON p.id = l.participant_id
WHERE l.squad_id = :squad_id ORDER BY p.search_name, l.registration_id;

-- name: waiting
-- Who takes part in an event and is in no squad; of one stream, if it is named.
SELECT r.id AS registration_id, r.stream_id, r.participant_id, r.unit_id, p.full_name, r.draft_id, r.form_version_id
FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
    AND NOT EXISTS (SELECT 1 FROM squad_roll l WHERE l.registration_id = r.id)
ORDER BY p.search_name, r.id;

-- name: place!
-- Put a registration into a squad, out of any other.
INSERT INTO squad_members (registration_id, squad_id, placed_at) VALUES (:registration_id, :squad_id, :now)
ON CONFLICT (registration_id) DO UPDATE SET squad_id = excluded.squad_id, placed_at = excluded.placed_at;

-- name: leave!
-- A registration is in no squad any more.
DELETE FROM squad_members WHERE registration_id = :registration_id;

-- name: take_out!
-- Take those out of the squads of an event who were put into them at one instant.
DELETE FROM squad_members WHERE placed_at = :placed_at AND squad_id IN (
    SELECT id FROM squads WHERE event_id = :event_id);

-- name: leaders
-- Who leads the squads of an event now, and by which grant.
SELECT g.id, g.squad_id, g.account_id, a.display_name, a.reach FROM grants g
JOIN accounts a ON a.id = g.account_id JOIN squads q ON q.id = g.squad_id
WHERE q.event_id = :event_id AND q.ended_at IS NULL AND g.role = 'leader' AND g.revoked_at IS NULL
    AND (g.expires_at IS NULL OR g.expires_at > :now)
ORDER BY g.squad_id, g.id;

-- name: phones
-- The guardians of a squad's children who may know, the primary ones first.
SELECT l.registration_id, p.full_name, a.display_name, a.phone FROM squad_roll l
JOIN participants p ON p.id = l.participant_id
LEFT JOIN guardian_links g ON g.participant_id = l.participant_id AND g.ended_at IS NULL AND g.may_know = 1
LEFT JOIN accounts a ON a.id = g.account_id
WHERE l.squad_id = :squad_id ORDER BY p.search_name, l.registration_id, g.is_primary DESC, g.id;

-- name: guardians
-- The accounts of the guardians of a squad's children who may know.
SELECT DISTINCT g.account_id FROM squad_roll l
JOIN guardian_links g ON g.participant_id = l.participant_id AND g.ended_at IS NULL AND g.may_know = 1
WHERE l.squad_id = :squad_id ORDER BY g.account_id;

-- name: forget!
-- A participant is in no squad any more.
DELETE FROM squad_members WHERE registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id);
