-- What leaders write to the families of squads.

-- name: rule
-- At which hour an event's families get the letter.
SELECT sends_at, lead_minutes FROM letter_rules WHERE event_id = :event_id;

-- name: rules
-- The events whose families get letters around a day.
SELECT d.event_id, d.sends_at, d.lead_minutes FROM letter_rules d JOIN events e ON e.id = d.event_id
WHERE e.starts_on <= :last_on AND e.ends_on >= :first_on ORDER BY d.event_id;

-- name: save_rule!
-- The hour is another one.
INSERT INTO letter_rules (event_id, sends_at, lead_minutes, changed_by, changed_at)
VALUES (:event_id, :sends_at, :lead_minutes, :account_id, :now)
ON CONFLICT (event_id) DO UPDATE SET sends_at = excluded.sends_at, lead_minutes = excluded.lead_minutes,
    changed_by = excluded.changed_by, changed_at = excluded.changed_at;

-- name: drop_rule!
-- No letters any more.
DELETE FROM letter_rules WHERE event_id = :event_id;

-- name: add
-- Something to write, once a day for each squad.
INSERT INTO letters (squad_id, kind, held_on, author_id, language, send_at, expires_at, made_at, changed_at)
VALUES (:squad_id, :kind, :held_on, :author_id, :language, :send_at, :expires_at, :now, :now)
ON CONFLICT DO NOTHING RETURNING id;

-- name: get
-- One of them, locked.
SELECT * FROM letters WHERE id = :letter_id;

-- name: update!
-- Where it stands now.
UPDATE letters SET author_id = :author_id, language = :language, texts = :texts, state = :state, reason = :reason,
    confirmed_by = :confirmed_by, send_at = :send_at, recipients = :recipients, revision = revision + 1,
    changed_at = :now
WHERE id = :letter_id AND revision = :revision;

-- name: unfinished
-- What is not sent of a squad, the oldest first.
SELECT * FROM letters WHERE squad_id = :squad_id AND state IN ('writing', 'waiting', 'confirmed') ORDER BY id;

-- name: waiting
-- What waits for a second person in an event, the oldest first.
SELECT d.id FROM letters d JOIN squads q ON q.id = d.squad_id
WHERE q.event_id = :event_id AND d.state = 'waiting' ORDER BY d.id;

-- name: due
-- What is confirmed and is to go out now.
SELECT id FROM letters WHERE state = 'confirmed' AND send_at <= :now ORDER BY id;

-- name: leaving
-- Letters sent not long ago whose photos are still owed to somebody.
SELECT d.id FROM letters d WHERE d.state = 'sent' AND d.send_at > :since
    AND EXISTS (SELECT 1 FROM letter_photos p WHERE p.letter_id = d.id)
    AND EXISTS (SELECT 1 FROM outbox o
        WHERE o.state = 'due' AND o.template = 'letter-photo' AND o.data LIKE '%"letter":' || d.id || ',%')
ORDER BY d.id;

-- name: stop_to!
-- What is owed to an account of any letter is not owed any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state = 'due' AND account_id = :account_id AND template IN ('letter', 'letter-photo');

-- name: past
-- What nobody confirmed in time.
SELECT id FROM letters WHERE state IN ('writing', 'waiting') AND expires_at <= :now ORDER BY id;

-- name: empty
-- Letters about a day that nobody has begun although their hour is near, asked for a while ago.
SELECT id FROM letters WHERE kind = 'day' AND state = 'writing' AND texts = '{}' AND reminded_at IS NULL
    AND send_at > :now AND send_at <= :soon AND made_at <= :asked_by ORDER BY id;

-- name: remind!
-- The leaders were reminded of it, once.
UPDATE letters SET reminded_at = :now WHERE id = :letter_id AND reminded_at IS NULL;

-- name: missed
-- Letters about a day whose hour has passed not long ago with nothing confirmed, where letters are still wanted.
SELECT d.id, q.event_id FROM letters d JOIN squads q ON q.id = d.squad_id AND q.ended_at IS NULL
WHERE d.kind = 'day' AND d.state IN ('writing', 'waiting', 'dropped') AND d.missed_at IS NULL
    AND d.send_at <= :now AND d.send_at > :since
    AND EXISTS (SELECT 1 FROM letter_rules r WHERE r.event_id = q.event_id)
ORDER BY q.event_id, q.number;

-- name: miss!
-- The organizers were told that it is late, once.
UPDATE letters SET missed_at = :now WHERE id = :letter_id AND missed_at IS NULL;

-- name: photos
-- The photos of one of them.
SELECT id, file_id, is_marked FROM letter_photos WHERE letter_id = :letter_id ORDER BY id;

-- name: faces
-- Who is on which photo.
SELECT f.photo_id, f.registration_id FROM letter_faces f JOIN letter_photos p ON p.id = f.photo_id
WHERE p.letter_id = :letter_id ORDER BY f.photo_id, f.registration_id;

-- name: add_photo
-- One more photo.
INSERT INTO letter_photos (letter_id, file_id) VALUES (:letter_id, :file_id) RETURNING id;

-- name: mark!
-- Somebody said who is on a photo, or that it must be said again.
UPDATE letter_photos SET is_marked = :is_marked WHERE id = :photo_id;

-- name: drop_faces!
-- Nobody is on a photo.
DELETE FROM letter_faces WHERE photo_id = :photo_id;

-- name: drop_face!
-- Somebody is not on a photo.
DELETE FROM letter_faces WHERE photo_id = :photo_id AND registration_id = :registration_id;

-- name: add_face!
-- Somebody is on a photo.
INSERT INTO letter_faces (photo_id, registration_id) VALUES (:photo_id, :registration_id) ON CONFLICT DO NOTHING;

-- name: drop_photo!
-- A photo is not in the letter.
DELETE FROM letter_photos WHERE id = :photo_id;

-- name: photos_of
-- Every photo on which a participant is.
SELECT DISTINCT f.photo_id FROM letter_faces f JOIN registrations r ON r.id = f.registration_id
WHERE r.participant_id = :participant_id ORDER BY f.photo_id;

-- name: written_by
-- What an account wrote.
SELECT id FROM letters WHERE author_id = :account_id ORDER BY id;

-- name: old
-- What was written for events that ended before a day.
SELECT d.id FROM letters d JOIN squads q ON q.id = d.squad_id JOIN events e ON e.id = q.event_id
WHERE e.ends_on < :before_on ORDER BY d.id LIMIT :most;

-- name: count_old
-- How much is still there of events that ended before a day.
SELECT count(*) AS number FROM letters WHERE squad_id IN (
    SELECT q.id FROM squads q WHERE q.event_id IN (SELECT id FROM events WHERE ends_on < :before_on));

-- name: drop!
-- Forget what was written.
DELETE FROM letters WHERE id = :letter_id;

-- name: stop_notices!
-- What is owed of a letter, or of one of its photos, is not owed any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state = 'due' AND template LIKE 'letter%' AND (data LIKE :about OR data LIKE :about_last);

-- name: blank_notices!
-- The words of messages about a letter, or about one of its photos.
UPDATE outbox SET data = '{}'
WHERE data <> '{}' AND template LIKE 'letter%' AND (data LIKE :about OR data LIKE :about_last);
