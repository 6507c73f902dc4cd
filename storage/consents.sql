-- name: add
-- One decision about one text; never changed afterwards.
INSERT INTO consents (participant_id, event_id, consent_text_id, account_id, decision, reason, route, language, decided_at)
VALUES (:participant_id, :event_id, :consent_text_id, :account_id, :decision, :reason, :route, :language, :now)
RETURNING id;

-- name: latest
-- The newest decision about each purpose of an event for a participant.
SELECT c.*, t.purpose, t.version, t.is_required FROM consents c JOIN consent_texts t ON t.id = c.consent_text_id
WHERE c.participant_id = :participant_id AND c.event_id = :event_id AND c.id IN (
    SELECT max(l.id) FROM consents l JOIN consent_texts lt ON lt.id = l.consent_text_id
    WHERE l.participant_id = :participant_id AND l.event_id = :event_id GROUP BY lt.purpose)
ORDER BY c.id;

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

-- name: count_call_requests
-- How many guardians of an event wait for a call.
SELECT count(*) AS number FROM call_requests q JOIN registrations r ON r.id = q.registration_id
WHERE r.event_id = :event_id AND q.closed_at IS NULL AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');
