-- The log of incidents: entries are only added.

-- name: add_key
-- A key for the words of one incident.
INSERT INTO incident_keys (event_id, participant_id, sealed, made_at)
VALUES (:event_id, :participant_id, '', :now) RETURNING id;

-- name: seal_key!
-- The key itself, sealed for its row.
UPDATE incident_keys SET sealed = :sealed WHERE id = :key_id;

-- name: key
-- What opens the words of an incident, while it is there.
SELECT sealed FROM incident_keys WHERE id = :key_id;

-- name: add
-- A new entry.
INSERT INTO incidents (event_id, number, key_id, registration_id, kind, happened_at, corrects, author_id, written_at,
    sealed, before_hash, hash)
VALUES (:event_id, :number, :key_id, :registration_id, :kind, :happened_at, :corrects, :author_id, :written_at,
    :sealed, :before_hash, :hash) RETURNING id;

-- name: get
-- One entry.
SELECT * FROM incidents WHERE id = :incident_id;

-- name: newest
-- The last entry of an event.
SELECT * FROM incidents WHERE event_id = :event_id ORDER BY number DESC LIMIT 1;

-- name: untold
-- Entries of which guardians could be told and were not, written within a span of time.
SELECT i.*, p.full_name FROM incidents i
JOIN registrations r ON r.id = i.registration_id JOIN participants p ON p.id = r.participant_id
WHERE i.written_at > :after AND i.written_at <= :before AND i.kind IN ('health', 'accident') AND i.corrects IS NULL
    AND NOT EXISTS (SELECT 1 FROM incident_tellings t WHERE t.incident_id = i.id AND t.told_at IS NOT NULL)
    AND EXISTS (SELECT 1 FROM guardian_links g
        WHERE g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1)
ORDER BY i.id;

-- name: corrected_by
-- The number of the newest entry that corrects one.
SELECT max(number) AS number FROM incidents WHERE corrects = :incident_id;

-- name: of_event
-- The log of an event, the newest first; of one author, if one is named.
SELECT i.*, p.full_name FROM incidents i
LEFT JOIN registrations r ON r.id = i.registration_id LEFT JOIN participants p ON p.id = r.participant_id
WHERE i.event_id = :whose_event AND (:author_id = 0 OR i.author_id = :author_id)
ORDER BY i.number DESC LIMIT :most OFFSET :skipped;

-- name: after
-- The log of an event in order, after one of its numbers.
SELECT * FROM incidents WHERE event_id = :event_id AND number > :number ORDER BY number LIMIT :most;

-- name: written
-- What the trail says of entries as they were written.
SELECT data FROM audit WHERE action = 'incident.write' AND subject = 'event' AND subject_id = :event_id ORDER BY id;

-- name: save_draft!
-- What somebody is writing, in place of what they were writing before.
INSERT INTO incident_drafts (account_id, key_id, event_id, registration_id, kind, happened_at, corrects, sealed)
VALUES (:account_id, :key_id, :event_id, :registration_id, :kind, :happened_at, :corrects, :sealed);

-- name: draft
-- What somebody is writing.
SELECT * FROM incident_drafts WHERE account_id = :account_id;

-- name: drop_draft!
-- Somebody is writing nothing any more.
DELETE FROM incident_drafts WHERE account_id = :account_id;

-- name: drop_key!
-- What was never written down can be opened no more.
DELETE FROM incident_keys WHERE id = :key_id;

-- name: drop_drafts_about!
-- Nobody is writing about a participant any more.
DELETE FROM incident_drafts WHERE key_id IN (SELECT id FROM incident_keys WHERE participant_id = :participant_id);

-- name: forget!
-- What was written about a participant can be opened no more; the entries stay, so the chain stays whole.
DELETE FROM incident_keys WHERE participant_id = :participant_id;

-- name: old
-- Keys of incidents at events that ended long ago.
SELECT k.id FROM incident_keys k JOIN events e ON e.id = k.event_id WHERE e.ends_on < :before_on LIMIT :most;

-- name: count_old
-- How many words of incidents can be opened longer than they should.
SELECT count(*) AS number FROM incident_keys k JOIN events e ON e.id = k.event_id WHERE e.ends_on < :before_on;

-- name: drop_draft_of_key!
-- What was never written down is of no use without its key.
DELETE FROM incident_drafts WHERE key_id = :key_id;

-- name: telling
-- What guardians are told of an incident.
SELECT * FROM incident_tellings WHERE incident_id = :incident_id;

-- name: save_telling!
-- What guardians will be told, until they are.
INSERT INTO incident_tellings (incident_id, sealed, written_by) VALUES (:incident_id, :sealed, :account_id)
ON CONFLICT (incident_id) DO UPDATE SET sealed = excluded.sealed, written_by = excluded.written_by
WHERE incident_tellings.told_at IS NULL;

-- name: mark_told!
-- Guardians were told, once.
UPDATE incident_tellings SET told_at = :now, recipients = :recipients
WHERE incident_id = :incident_id AND told_at IS NULL;
