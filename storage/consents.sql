-- name: add
-- One decision about one text; never changed afterwards.
INSERT INTO consents (participant_id, event_id, consent_text_id, text_sha256, account_id, signer_id, entered_by, giver,
    decision, level, reason, route, language, decided_at, entered_at)
SELECT :participant_id, t.event_id, t.id, t.sha256, :account_id, :signer_id, :entered_by, :giver,
    :decision, :level, :reason, :route, :language, :decided_at, :now
FROM consent_texts t WHERE t.id = :consent_text_id
RETURNING id;

-- name: latest
-- When the newest decision about a participant was made.
SELECT COALESCE(MAX(decided_at), 0) AS decided_at FROM consents WHERE participant_id = :participant_id;

-- name: seal!
-- Hold a decision in place for good.
INSERT INTO consent_seals (consent_id, participant_id, event_id, consent_text_id, text_sha256, giver, decision, level,
    route, language, decided_at, entered_at)
SELECT id, participant_id, event_id, consent_text_id, text_sha256, giver, decision, level,
    route, language, decided_at, entered_at
FROM consents WHERE id = :consent_id;

-- name: answers
-- Every decision about a participant's part in an event that counts, oldest first; who may not decide has no voice.
SELECT c.id, t.purpose, t.version, c.account_id, c.decision, c.level, c.reason, c.route, c.language, c.decided_at,
    COALESCE(a.display_name, s.full_name) AS name,
    CASE WHEN c.account_id IS NULL THEN COALESCE(
        (SELECT min(g.account_id) FROM guardian_links g JOIN accounts ga ON ga.id = g.account_id
            WHERE g.participant_id = c.participant_id AND g.ended_at IS NULL AND ga.phone = s.phone), 0)
        ELSE c.account_id END AS voice_account,
    s.phone AS signer_phone
FROM consents c JOIN consent_texts t ON t.id = c.consent_text_id
LEFT JOIN accounts a ON a.id = c.account_id LEFT JOIN consent_signers s ON s.id = c.signer_id
WHERE c.participant_id = :participant_id AND c.event_id = :event_id
AND NOT EXISTS (SELECT 1 FROM consent_voids v WHERE v.consent_id = c.id)
AND NOT EXISTS (SELECT 1 FROM guardian_links l
    WHERE l.participant_id = c.participant_id AND l.account_id = c.account_id AND l.may_decide = 0)
ORDER BY c.id;

-- name: resolutions
-- What staff settled between a participant's guardians for an event.
SELECT o.*, t.purpose, t.version FROM consent_resolutions o JOIN consent_texts t ON t.id = o.consent_text_id
WHERE o.participant_id = :participant_id AND t.event_id = :event_id ORDER BY o.id;

-- name: add_resolution!
-- What somebody settled, and up to which answer.
INSERT INTO consent_resolutions (participant_id, consent_text_id, decision, level, upto_id, reason, resolved_by, resolved_at)
VALUES (:participant_id, :consent_text_id, :decision, :level, :upto_id, :reason, :account_id, :now);

-- name: add_signer
-- A guardian as staff wrote down.
INSERT INTO consent_signers (participant_id, full_name, relation, phone, entered_at)
VALUES (:participant_id, :full_name, :relation, :phone, :now)
RETURNING id;

-- name: void!
-- What was entered by mistake counts no more.
INSERT INTO consent_voids (consent_id, voided_by, voided_at)
SELECT c.id, :account_id, :now FROM consents c
WHERE c.participant_id = :participant_id AND c.event_id = :event_id AND c.entered_by = :account_id
AND c.entered_at = :entered_at AND c.entered_at >= :since
ON CONFLICT DO NOTHING;

-- name: add_call_request!
-- A guardian asks to be called.
INSERT INTO call_requests (registration_id, account_id, asked_at) VALUES (:registration_id, :account_id, :now)
ON CONFLICT DO NOTHING;

-- name: open_call_requests
-- Guardians of an event who wait for a call, longest first.
SELECT q.id, q.asked_at, q.registration_id, a.display_name, a.phone, p.full_name
FROM call_requests q JOIN registrations r ON r.id = q.registration_id JOIN accounts a ON a.id = q.account_id
JOIN participants p ON p.id = r.participant_id
WHERE r.event_id = :event_id AND q.closed_at IS NULL AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY q.asked_at LIMIT 20;

-- name: call_request_registration
-- The registration a call request is about.
SELECT q.registration_id FROM call_requests q WHERE q.id = :call_request_id;

-- name: close_call_request!
-- Somebody has called.
UPDATE call_requests SET closed_at = :now, closed_by = :account_id WHERE id = :call_request_id AND closed_at IS NULL;

-- name: to_call
-- Registrations whose reminders were in vain, whose newer words waited too long, or whose guardians differ.
SELECT r.id AS registration_id, p.full_name, p.phone AS child_phone, a.display_name AS guardian_name, a.phone,
    CASE WHEN d.id IS NOT NULL THEN 'dispute' WHEN h.passed_at IS NOT NULL THEN 'renewal'
        WHEN a.id IS NULL THEN 'unopened' ELSE 'silent' END AS cause,
    COALESCE(d.opened_at, h.opened_at, r.submitted_at) AS since
FROM registrations r JOIN participants p ON p.id = r.participant_id
LEFT JOIN consent_holds d ON d.registration_id = r.id AND d.kind = 'dispute' AND d.closed_at IS NULL
LEFT JOIN consent_holds h ON h.registration_id = r.id AND h.kind = 'renewal' AND h.closed_at IS NULL
LEFT JOIN guardian_links g ON g.id = (SELECT min(f.id) FROM guardian_links f
    WHERE f.participant_id = r.participant_id AND f.ended_at IS NULL AND f.may_decide = 1)
LEFT JOIN accounts a ON a.id = g.account_id
WHERE r.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
AND r.needs_consent = 1 AND r.status NOT IN ('declined', 'refused', 'cancelled')
AND (d.id IS NOT NULL OR h.passed_at IS NOT NULL
    OR (r.status = 'awaiting_guardian' AND COALESCE(h.opened_at, r.submitted_at) <= :silent_since))
AND NOT EXISTS (SELECT 1 FROM call_requests q WHERE q.registration_id = r.id AND q.closed_at IS NULL)
ORDER BY since, r.id LIMIT 20;

-- name: count_call_requests
-- How many guardians of an event wait for a call.
SELECT count(*) AS number FROM call_requests q JOIN registrations r ON r.id = q.registration_id
WHERE r.event_id = :event_id AND q.closed_at IS NULL AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');
