-- Lists of gates that were taken along, and what was scanned by them.

-- name: add_list
-- A list is taken along.
INSERT INTO gate_lists (event_id, gate, account_id, has_names, number, made_at)
VALUES (:event_id, :gate, :account_id, :has_names, :number, :now) RETURNING id;

-- name: list
-- A list that was taken along, with who took it.
SELECT g.*, a.display_name FROM gate_lists g JOIN accounts a ON a.id = g.account_id WHERE g.id = :list_id;

-- name: entries
-- Everybody who takes part in an event, with the ticket that is good now and the squad.
SELECT r.id, p.full_name, t.id AS ticket_id, t.code, t.token_hash, q.name AS squad_name, q.number AS squad_number
FROM registrations r JOIN participants p ON p.id = r.participant_id
LEFT JOIN tickets t ON t.registration_id = r.id AND t.revoked_at IS NULL
LEFT JOIN squad_roll l ON l.registration_id = r.id LEFT JOIN squads q ON q.id = l.squad_id
WHERE r.event_id = :event_id AND r.status = 'confirmed' AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY p.search_name, r.id;

-- name: inside
-- Who of an event was let in at a gate already, and when.
SELECT d.registration_id, d.admitted_at FROM admissions d JOIN registrations r ON r.id = d.registration_id
WHERE r.event_id = :event_id AND d.gate = :gate AND d.on_day = :on_day
    AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: ticket
-- A ticket by its number or by its short code, good or not, and when it ended.
SELECT registration_id, id, code, token_hash, revoked_at FROM tickets WHERE id = :ticket_id OR code = :code;

-- name: scan_before
-- Whether a scan was brought back before.
SELECT 1 FROM gate_scans WHERE list_id = :list_id AND nonce = :nonce;

-- name: add_scan!
-- What became of a scan.
INSERT INTO gate_scans (list_id, nonce, device, registration_id, outcome, scanned_at, other_account_id, other_at,
    brought_by, brought_at)
VALUES (:list_id, :nonce, :device, :registration_id, :outcome, :scanned_at, :other_account_id, :other_at,
    :brought_by, :now)
ON CONFLICT (list_id, nonce) DO NOTHING;

-- name: admission
-- Who let somebody in at a gate, and when.
SELECT d.account_id, d.admitted_at FROM admissions d
WHERE d.registration_id = :registration_id AND d.gate = :gate AND d.on_day = :on_day;

-- name: count_trouble
-- How many scans of an event did not let in.
SELECT count(*) AS number FROM gate_scans s JOIN gate_lists g ON g.id = s.list_id
LEFT JOIN registrations r ON r.id = s.registration_id
WHERE g.event_id = :event_id AND s.outcome <> 'admitted'
    AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%');

-- name: trouble
-- One page of the scans of an event that did not let in, newest first.
SELECT s.outcome, s.scanned_at, s.other_at, s.device, g.gate, a.display_name AS taken_by, o.display_name AS other_by,
    p.full_name, s.registration_id
FROM gate_scans s JOIN gate_lists g ON g.id = s.list_id JOIN accounts a ON a.id = g.account_id
LEFT JOIN accounts o ON o.id = s.other_account_id
LEFT JOIN registrations r ON r.id = s.registration_id LEFT JOIN participants p ON p.id = r.participant_id
WHERE g.event_id = :event_id AND s.outcome <> 'admitted'
    AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY s.brought_at DESC, s.list_id DESC, s.nonce LIMIT :limit OFFSET :skipped;

-- name: forget!
-- Whom scans were of, when that participant is erased; that there were scans stays.
UPDATE gate_scans SET registration_id = NULL
WHERE registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id);
