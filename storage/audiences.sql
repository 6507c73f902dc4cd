-- Who is in an audience: the one definition, which the other queries use as a table, "audiences.members".
-- Facets come as texts such as ',1,5,'; NULL means that nothing of the kind was chosen.

-- name: members
-- Everybody in an audience, once for each registration or role that puts them there; not yet by language.
SELECT f.account_id, f.role, f.registration_id, f.stream_id, f.unit_id, f.full_name
FROM family f
WHERE f.programme_id = :programme_id
    AND (:event_id IS NULL OR f.event_id = :event_id)
    AND :roles LIKE '%,' || f.role || ',%'
    AND (:within IS NULL OR :within LIKE '%,' || f.unit_id || ',%')
    AND (
        (:people LIKE '%,' || f.participant_id || ',%' AND :reached LIKE '%,' || f.status || ',%')
        OR (
            :is_only_picked = 0
            AND :statuses LIKE '%,' || f.status || ',%'
            AND (:stream_id IS NULL OR f.stream_id = :stream_id)
            AND (:units IS NULL OR :units LIKE '%,' || f.unit_id || ',%')
            AND ((:sessions IS NULL AND :waiting IS NULL)
                OR f.registration_id IN (
                    SELECT k.registration_id FROM session_seats k WHERE :sessions LIKE '%,' || k.session_id || ',%')
                OR f.registration_id IN (
                    SELECT w.registration_id FROM session_queue w WHERE :waiting LIKE '%,' || w.session_id || ',%'))
            AND (:squads IS NULL OR f.registration_id IN (
                SELECT q.registration_id FROM squad_roll q WHERE :squads LIKE '%,' || q.squad_id || ',%'))))
    AND (:no_people IS NULL OR :no_people NOT LIKE '%,' || f.participant_id || ',%')
    AND (:no_units IS NULL OR f.unit_id IS NULL OR :no_units NOT LIKE '%,' || f.unit_id || ',%')
    AND (:no_sessions IS NULL OR f.registration_id NOT IN (
        SELECT k.registration_id FROM session_seats k WHERE :no_sessions LIKE '%,' || k.session_id || ',%'))
    AND (:no_waiting IS NULL OR f.registration_id NOT IN (
        SELECT w.registration_id FROM session_queue w WHERE :no_waiting LIKE '%,' || w.session_id || ',%'))
    AND (:no_squads IS NULL OR f.registration_id NOT IN (
        SELECT q.registration_id FROM squad_roll q WHERE :no_squads LIKE '%,' || q.squad_id || ',%'))
UNION ALL
SELECT g.account_id, CASE WHEN g.role = 'coordinator' THEN 'coordinator' ELSE 'staff' END AS role,
    NULL AS registration_id, NULL AS stream_id, g.unit_id, NULL AS full_name
FROM grants g
WHERE (g.programme_id = :programme_id OR g.programme_id IS NULL)
    AND (:event_id IS NULL OR g.event_id IS NULL OR g.event_id = :event_id)
    AND g.revoked_at IS NULL AND (g.expires_at IS NULL OR g.expires_at > :now)
    AND :roles LIKE '%,' || CASE WHEN g.role = 'coordinator' THEN 'coordinator' ELSE 'staff' END || ',%'
    AND (:within IS NULL OR :within LIKE '%,' || g.unit_id || ',%')
    AND :is_only_picked = 0 AND :sessions IS NULL AND :waiting IS NULL
    AND (:units IS NULL OR :units LIKE '%,' || g.unit_id || ',%')
    AND (:squads IS NULL OR :squads LIKE '%,' || g.squad_id || ',%')
    AND (:no_units IS NULL OR g.unit_id IS NULL OR :no_units NOT LIKE '%,' || g.unit_id || ',%')
    AND (:no_squads IS NULL OR g.squad_id IS NULL OR :no_squads NOT LIKE '%,' || g.squad_id || ',%');

-- name: count
-- How many people of an audience read which language and are what.
SELECT people.language, people.is_student, people.is_guardian, people.is_coordinator, people.is_staff,
    COUNT(*) AS number
FROM (
    SELECT COALESCE(a.language, 'kk') AS language,
        MAX(CASE WHEN m.role = 'student' THEN 1 ELSE 0 END) AS is_student,
        MAX(CASE WHEN m.role = 'guardian' THEN 1 ELSE 0 END) AS is_guardian,
        MAX(CASE WHEN m.role = 'coordinator' THEN 1 ELSE 0 END) AS is_coordinator,
        MAX(CASE WHEN m.role = 'staff' THEN 1 ELSE 0 END) AS is_staff
    FROM "audiences.members" m JOIN accounts a ON a.id = m.account_id
    WHERE :languages LIKE '%,' || COALESCE(a.language, 'kk') || ',%'
    GROUP BY a.id, a.language
) AS people
GROUP BY people.language, people.is_student, people.is_guardian, people.is_coordinator, people.is_staff
ORDER BY people.language, people.is_student DESC, people.is_guardian;

-- name: sample
-- A few people of an audience: the name in the form, or the one Telegram shows.
SELECT a.id, MAX(m.full_name) AS full_name, a.display_name
FROM "audiences.members" m JOIN accounts a ON a.id = m.account_id
WHERE :languages LIKE '%,' || COALESCE(a.language, 'kk') || ',%'
GROUP BY a.id, a.display_name
ORDER BY a.id LIMIT :limit;

-- name: save
-- Give an audience a name.
INSERT INTO saved_audiences (programme_id, made_by, name, audience, made_at)
VALUES (:programme_id, :made_by, :called, :audience, :now)
RETURNING *;

-- name: list
-- The audiences of a programme that have a name, by name.
SELECT * FROM saved_audiences WHERE programme_id = :programme_id AND dropped_at IS NULL ORDER BY LOWER(name), id;

-- name: get
-- One audience with a name, deleted or not.
SELECT * FROM saved_audiences WHERE id = :saved_id;

-- name: rename!
-- Call an audience something else.
UPDATE saved_audiences SET name = :called WHERE id = :saved_id AND dropped_at IS NULL;

-- name: drop!
-- Delete an audience's name, so that it can be brought back.
UPDATE saved_audiences SET dropped_at = :now WHERE id = :saved_id AND dropped_at IS NULL;

-- name: restore!
-- Bring an audience back.
UPDATE saved_audiences SET dropped_at = NULL WHERE id = :saved_id AND dropped_at IS NOT NULL;
