-- name: events
-- Events with reminders that may be due, and when each was first known here.
SELECT e.id, e.title, e.place, e.timezone, e.opens_on, e.reminders, e.consent_rules,
    (SELECT min(f.published_at) FROM form_versions f WHERE f.event_id = e.id) AS known_at
FROM events e WHERE e.opens_on <= :last_on AND e.ends_on >= :first_on AND e.reminders <> '[]' ORDER BY e.id;

-- name: spans
-- The days of an event's streams.
SELECT id, code, starts_on, ends_on FROM streams WHERE event_id = :event_id ORDER BY id;

-- name: slots
-- The sessions of an event around now, as far as reminders need them.
SELECT id, code, stream_id, kind, held_on, starts_at FROM sessions
WHERE event_id = :event_id AND is_cancelled = 0 AND held_on BETWEEN :first_on AND :last_on ORDER BY starts_at, id;

-- name: runs
-- The reminders of an event that are done, not long ago.
SELECT rule, subject FROM reminder_runs WHERE event_id = :event_id AND due_at >= :since;

-- name: record!
-- A reminder is done, once and for ever.
INSERT INTO reminder_runs (event_id, rule, subject, due_at, ran_at, outcome, recipients)
VALUES (:event_id, :rule, :subject, :due_at, :now, :outcome, 0) ON CONFLICT DO NOTHING;

-- name: count_recipients!
-- How many were reminded.
UPDATE reminder_runs SET recipients = :recipients WHERE event_id = :event_id AND rule = :rule AND subject = :subject;

-- name: participants
-- Who takes part in a stream, confirmed; for a participant without an account those who listen for them.
SELECT r.id AS registration_id, l.account_id, p.full_name, l.is_own FROM registrations r
JOIN participants p ON p.id = r.participant_id
JOIN listening l ON l.registration_id = r.id
WHERE r.stream_id = :stream_id AND r.status = 'confirmed' ORDER BY r.id, l.account_id;

-- name: guardians
-- The guardians of those who take part in a stream, confirmed.
SELECT r.id AS registration_id, g.account_id, p.full_name FROM registrations r
JOIN participants p ON p.id = r.participant_id
JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1
WHERE r.stream_id = :stream_id AND r.status = 'confirmed' ORDER BY r.id, g.id;

-- name: pending
-- Registrations that wait for a consent, or for a newer one: each guardian who has not answered since, else the child.
SELECT r.id AS registration_id, r.account_id, COALESCE(h.opened_at, r.submitted_at) AS waits_since, p.full_name,
    g.account_id AS guardian_id,
    EXISTS (SELECT 1 FROM call_requests q WHERE q.registration_id = r.id AND q.closed_at IS NULL) AS awaits_call
FROM registrations r
JOIN participants p ON p.id = r.participant_id
LEFT JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_decide = 1
LEFT JOIN consent_holds h ON h.registration_id = r.id AND h.kind = 'renewal' AND h.closed_at IS NULL
WHERE r.stream_id = :stream_id AND r.status NOT IN ('declined', 'refused', 'cancelled')
    AND (r.status = 'awaiting_guardian' OR h.id IS NOT NULL)
    AND (g.id IS NOT NULL OR EXISTS (SELECT 1 FROM acting a WHERE a.registration_id = r.id))
    AND (g.id IS NULL OR EXISTS (
        SELECT 1 FROM consent_texts t WHERE t.event_id = r.event_id AND t.is_required = 1
        AND t.version = (SELECT max(n.version) FROM consent_texts n
            WHERE n.event_id = t.event_id AND n.purpose = t.purpose)
        AND NOT EXISTS (SELECT 1 FROM consents c WHERE c.consent_text_id = t.id AND c.account_id = g.account_id
            AND c.participant_id = r.participant_id AND c.entered_at >= r.submitted_at)))
ORDER BY r.id, g.id;

-- name: event
-- One event as its rules see it.
SELECT e.id, e.title, e.place, e.timezone, e.opens_on, e.reminders, e.consent_rules,
    (SELECT min(f.published_at) FROM form_versions f WHERE f.event_id = e.id) AS known_at
FROM events e WHERE e.id = :event_id;

-- name: save_rules!
-- The rules as they were changed in the chat; the programme file's own stay in filed_reminders.
UPDATE events SET reminders = :reminders WHERE id = :event_id;

-- name: held
-- The places of an event that are offered, and until when.
SELECT r.id, r.stream_id, r.changed_at, r.offered_until FROM streams s JOIN registrations r ON r.stream_id = s.id
WHERE s.event_id = :event_id AND r.offered_until IS NOT NULL ORDER BY r.id;

-- name: offered
-- The family of a registration that a place is offered to.
SELECT r.id AS registration_id, l.account_id, p.full_name, l.is_own FROM registrations r
JOIN participants p ON p.id = r.participant_id JOIN listening l ON l.registration_id = r.id
WHERE r.id = :registration_id AND r.offered_until IS NOT NULL
UNION
SELECT r.id AS registration_id, g.account_id, p.full_name, 0 AS is_own FROM registrations r
JOIN participants p ON p.id = r.participant_id AND p.account_id IS NOT NULL
JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1
WHERE r.id = :registration_id AND r.offered_until IS NOT NULL
ORDER BY 2;

-- name: behind
-- Registrations of a stream that answer an older form and may still be added to, with whoever registered.
SELECT r.id AS registration_id, r.account_id, r.draft_id, p.full_name,
    CASE WHEN p.account_id = r.account_id THEN 1 ELSE 0 END AS is_own
FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.stream_id = :stream_id AND r.form_version_id < :form_version_id
    AND r.status IN ('awaiting_guardian', 'pending', 'confirmed', 'waitlisted', 'offered') ORDER BY r.id;
