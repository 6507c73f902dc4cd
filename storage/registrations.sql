-- name: get
-- One registration, locked.
SELECT * FROM registrations WHERE id = :registration_id;

-- name: by_draft
-- The newest registration a draft was submitted as.
SELECT * FROM registrations WHERE draft_id = :draft_id ORDER BY id DESC LIMIT 1;

-- name: active
-- The registration of a participant that still stands for an event.
SELECT * FROM registrations WHERE event_id = :event_id AND participant_id = :participant_id
AND status NOT IN ('declined', 'refused', 'cancelled');

-- name: by_account
-- What a person registered, newest first.
SELECT r.* FROM registrations r JOIN acting a ON a.registration_id = r.id
WHERE r.account_id = :account_id ORDER BY r.id DESC LIMIT 40;

-- name: by_guardian
-- The registrations of a guardian's children, newest first.
SELECT r.* FROM registrations r JOIN guardian_links g ON g.participant_id = r.participant_id
WHERE g.account_id = :account_id AND g.ended_at IS NULL AND g.may_know = 1 ORDER BY r.id DESC LIMIT 40;

-- name: add
-- A new claim on a stream.
INSERT INTO registrations (event_id, stream_id, participant_id, account_id, draft_id, form_version_id, unit_id,
    status, seat_number, needs_consent, consent_id, consent_decision, on_behalf, acted_by, submitted_at, changed_at)
VALUES (:event_id, :stream_id, :participant_id, :account_id, :draft_id, :form_version_id, :unit_id,
    :status, :seat_number, :needs_consent, :consent_id, :consent_decision, :on_behalf, :acted_by, :now, :now)
RETURNING id;

-- name: update!
-- Move a registration; the schema refuses a status that disagrees with its seat or its consent.
UPDATE registrations SET stream_id = :stream_id, unit_id = :unit_id, status = :status, seat_number = :seat_number,
    consent_id = :consent_id, consent_decision = :consent_decision, reason = :reason,
    queued_at = :queued_at, offered_until = :offered_until, rests = :rests,
    revision = revision + 1, changed_at = :now
WHERE id = :registration_id AND revision = :revision;

-- name: lock_stream
-- The row of what is scarce: everybody who claims or frees a seat waits here.
SELECT id FROM streams WHERE id = :stream_id;

-- name: claim_seat
-- Take the lowest free seat of a stream.
UPDATE seats SET is_free = 0 WHERE stream_id = :stream_id AND number = (
    SELECT number FROM seats WHERE stream_id = :stream_id AND is_free = 1 ORDER BY number LIMIT 1)
RETURNING number;

-- name: free_seat!
-- Give a seat back.
UPDATE seats SET is_free = 1 WHERE stream_id = :stream_id AND number = :number;

-- name: waitlist
-- Who waits for a seat of a stream and does not rest, first come first.
SELECT * FROM registrations WHERE stream_id = :stream_id AND status = 'waitlisted' AND rests = 0
ORDER BY COALESCE(queued_at, submitted_at), id;

-- name: waitlist_place
-- How many wait for the same stream and came no later.
SELECT (
    SELECT count(*) FROM registrations w
    WHERE w.stream_id = r.stream_id AND w.status = 'waitlisted' AND w.rests = 0
        AND COALESCE(w.queued_at, w.submitted_at) < COALESCE(r.queued_at, r.submitted_at)
) + (
    SELECT count(*) FROM registrations w
    WHERE w.stream_id = r.stream_id AND w.status = 'waitlisted' AND w.rests = 0
        AND COALESCE(w.queued_at, w.submitted_at) = COALESCE(r.queued_at, r.submitted_at) AND w.id <= r.id
) AS place
FROM registrations r WHERE r.id = :registration_id;

-- name: counts
-- How many registrations of an event stand where, by stream.
SELECT r.stream_id, r.status, count(*) AS number FROM registrations r
WHERE r.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%') GROUP BY r.stream_id, r.status;

-- name: page
-- One page of an event's registrations in one status, oldest first.
SELECT r.*, p.full_name FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND r.status = :status AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.submitted_at, r.id LIMIT :limit OFFSET :skipped;

-- name: free_session_places
-- Give back the places in sessions that a registration had signed up for.
UPDATE sessions SET taken = taken - 1 WHERE id IN (
    SELECT session_id FROM session_seats WHERE registration_id = :registration_id);

-- name: drop_session_seats!
-- Forget the sessions a registration had signed up for.
DELETE FROM session_seats WHERE registration_id = :registration_id;

-- name: surplus_seats
-- How many seats a stream has above its capacity.
SELECT (SELECT count(*) FROM seats WHERE stream_id = :stream_id) - s.capacity AS number
FROM streams s WHERE s.id = :stream_id;

-- name: drop_free_seats!
-- Take away so many free seats of a stream, highest first.
DELETE FROM seats WHERE stream_id = :stream_id AND number IN (
    SELECT number FROM seats WHERE stream_id = :stream_id AND is_free = 1 ORDER BY number DESC LIMIT :surplus);

-- name: count_taken
-- How many seats of a stream are taken.
SELECT count(*) AS number FROM seats WHERE stream_id = :stream_id AND is_free = 0;

-- name: expired_offers
-- Offers that nobody took in time, earliest deadline first.
SELECT * FROM registrations WHERE offered_until IS NOT NULL AND offered_until <= :now
ORDER BY offered_until, id LIMIT :limit;

-- name: has_free_seat
-- Whether a stream has a seat left.
SELECT 1 FROM seats WHERE stream_id = :stream_id AND is_free = 1 LIMIT 1;

-- name: following
-- The registration of an event in one status that comes after another one; after the last comes the first.
SELECT r.*, p.full_name FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND r.status = :status AND r.id <> :registration_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY CASE WHEN (r.submitted_at, r.id) > (:submitted_at, :registration_id) THEN 0 ELSE 1 END, r.submitted_at, r.id
LIMIT 1;

-- name: count_before
-- How many registrations of an event in one status come before another one.
SELECT count(*) AS number FROM registrations r
WHERE r.event_id = :event_id AND r.status = :status AND (r.submitted_at, r.id) < (:submitted_at, :registration_id)
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: confirmable
-- Registrations that wait for a decision since before an instant and lack nothing, oldest first.
SELECT r.* FROM registrations r
WHERE r.event_id = :event_id AND r.status = 'pending' AND r.changed_at <= :until
AND (r.needs_consent = 0 OR r.consent_id IS NOT NULL) AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.submitted_at, r.id LIMIT :limit;

-- name: count_confirmable
-- How many registrations wait for a decision and lack nothing.
SELECT count(*) AS number FROM registrations r
WHERE r.event_id = :event_id AND r.status = 'pending' AND r.changed_at <= :until
AND (r.needs_consent = 0 OR r.consent_id IS NOT NULL) AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: confirmed_at
-- Registrations that were confirmed at one instant and have not changed since.
SELECT r.* FROM registrations r
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND r.changed_at = :confirmed_at AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id LIMIT :limit;

-- name: quotas
-- How full the quotas of an event are, stream by stream.
SELECT q.stream_id, q.capacity, q.taken, u.title
FROM quotas q JOIN streams s ON s.id = q.stream_id JOIN org_units u ON u.id = q.unit_id
WHERE s.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || q.unit_id || ',%')
ORDER BY q.stream_id, u.position, u.id;

-- name: ids_of
-- Every registration of a participant.
SELECT id FROM registrations WHERE participant_id = :participant_id ORDER BY id;

-- name: hand_over!
-- Somebody else acts for a participant from now on.
UPDATE registrations SET account_id = :to_account_id
WHERE participant_id = :participant_id AND account_id = :from_account_id;

-- name: hand_drafts_over!
-- The drafts that a participant's registrations were made of go with them.
UPDATE drafts SET account_id = :to_account_id
WHERE account_id = :from_account_id
    AND id IN (SELECT draft_id FROM registrations WHERE participant_id = :participant_id);

-- name: own_drafts!
-- The drafts of a participant's registrations are the participant's own now.
UPDATE drafts SET on_behalf = 'own' WHERE id IN (SELECT draft_id FROM registrations WHERE participant_id = :participant_id);
