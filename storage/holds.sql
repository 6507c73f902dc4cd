-- name: open!
-- Something is waited for until a deadline; once for each kind.
INSERT INTO consent_holds (registration_id, kind, was_confirmed, opened_at, due_at)
VALUES (:registration_id, :kind, :was_confirmed, :now, :due_at) ON CONFLICT DO NOTHING;

-- name: of_registration
-- What a registration is held for now.
SELECT * FROM consent_holds WHERE registration_id = :registration_id AND closed_at IS NULL ORDER BY id;

-- name: close!
-- What was waited for has come, or does not matter any more.
UPDATE consent_holds SET closed_at = :now
WHERE registration_id = :registration_id AND closed_at IS NULL AND (:kind = '' OR kind = :kind);

-- name: due
-- What was waited for in vain, earliest deadline first.
SELECT * FROM consent_holds WHERE closed_at IS NULL AND passed_at IS NULL AND due_at <= :now
ORDER BY due_at, id LIMIT :limit;

-- name: pass_by!
-- A deadline has passed.
UPDATE consent_holds SET passed_at = :now WHERE id = :hold_id AND passed_at IS NULL;

-- name: renew!
-- Newer words: what was agreed to is to be agreed to again, until a deadline.
INSERT INTO consent_holds (registration_id, kind, was_confirmed, opened_at, due_at)
SELECT r.id, 'renewal', CASE WHEN r.status = 'confirmed' THEN 1 ELSE 0 END, :now, :due_at
FROM registrations r WHERE r.event_id = :event_id AND r.needs_consent = 1 AND r.consent_id IS NOT NULL
AND r.status NOT IN ('declined', 'refused', 'cancelled')
ON CONFLICT DO NOTHING;

-- name: renew_again!
-- Still newer words: the deadline of what is waited for already begins anew.
UPDATE consent_holds SET opened_at = :now, due_at = :due_at, passed_at = NULL
WHERE closed_at IS NULL AND kind = 'renewal'
AND registration_id IN (SELECT id FROM registrations WHERE event_id = :event_id);

-- name: suspend
-- Whoever is not confirmed yet cannot be until the newer words are agreed to.
UPDATE registrations SET consent_id = NULL, consent_decision = NULL,
    status = CASE WHEN status = 'pending' THEN 'awaiting_guardian' ELSE status END,
    revision = revision + 1, changed_at = :now
WHERE event_id = :event_id AND needs_consent = 1 AND consent_id IS NOT NULL
AND status IN ('pending', 'returned', 'waitlisted', 'offered')
RETURNING id;

-- name: given_before
-- Guardians of live registrations who agreed to older words of a purpose.
SELECT DISTINCT r.id AS registration_id, c.account_id FROM consents c
JOIN consent_texts t ON t.id = c.consent_text_id
JOIN registrations r ON r.participant_id = c.participant_id AND r.event_id = c.event_id
JOIN guardian_links g ON g.participant_id = c.participant_id AND g.account_id = c.account_id
    AND g.ended_at IS NULL AND g.may_decide = 1
WHERE c.event_id = :event_id AND t.purpose = :purpose AND t.version < :version AND c.decision = 'given'
AND r.status NOT IN ('declined', 'refused', 'cancelled') ORDER BY r.id, c.account_id;

-- name: to_renew
-- Whoever may answer for a registration that waits for a renewal: its guardians, or the account that made it.
SELECT h.registration_id, COALESCE(g.account_id, r.account_id) AS account_id, h.due_at FROM consent_holds h
JOIN registrations r ON r.id = h.registration_id
LEFT JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_decide = 1
WHERE r.event_id = :event_id AND h.kind = 'renewal' AND h.closed_at IS NULL ORDER BY h.registration_id, g.id;

-- name: without_voice
-- Live registrations that rest on a yes of somebody who may not decide any more, and wait for nothing else.
SELECT r.* FROM registrations r JOIN consents c ON c.id = r.consent_id
JOIN guardian_links l ON l.participant_id = r.participant_id AND l.account_id = c.account_id AND l.may_decide = 0
WHERE r.status NOT IN ('declined', 'refused', 'cancelled')
AND NOT EXISTS (SELECT 1 FROM consent_holds h
    WHERE h.registration_id = r.id AND h.kind = 'renewal' AND h.closed_at IS NULL)
ORDER BY r.id LIMIT :limit;
