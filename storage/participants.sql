-- name: get
-- One participant.
SELECT * FROM participants WHERE id = :participant_id;

-- name: by_account
-- The participant who is the owner of an account.
SELECT * FROM participants WHERE account_id = :account_id;

-- name: save
-- Create the participant of an account or refresh what the newest answers say.
INSERT INTO participants (account_id, full_name, search_name, born_on, phone, created_at)
VALUES (:account_id, :full_name, :search_name, :born_on, :phone, :now)
ON CONFLICT (account_id) DO UPDATE SET full_name = excluded.full_name, search_name = excluded.search_name,
    born_on = coalesce(excluded.born_on, participants.born_on), phone = coalesce(excluded.phone, participants.phone)
RETURNING id;

-- name: refresh!
-- Copy what changed answers say.
UPDATE participants SET full_name = coalesce(:full_name, full_name), search_name = coalesce(:search_name, search_name),
    born_on = coalesce(:born_on, born_on), phone = coalesce(:phone, phone)
WHERE id = :participant_id;

-- name: guardians
-- A participant's guardians, the primary one first, limited ones too.
SELECT g.*, a.display_name, a.phone FROM guardian_links g JOIN accounts a ON a.id = g.account_id
WHERE g.participant_id = :participant_id AND g.ended_at IS NULL ORDER BY g.is_primary DESC, g.id;

-- name: is_guardian
-- Whether an account is a guardian of a participant who may know.
SELECT 1 FROM guardian_links
WHERE participant_id = :participant_id AND account_id = :account_id AND ended_at IS NULL AND may_know = 1;

-- name: may_decide
-- Whether an account is a guardian of a participant who may decide.
SELECT 1 FROM guardian_links
WHERE participant_id = :participant_id AND account_id = :account_id AND ended_at IS NULL AND may_decide = 1;

-- name: is_shut_out
-- Whether an account was a guardian of a participant and may not know any more.
SELECT 1 FROM guardian_links
WHERE participant_id = :participant_id AND account_id = :account_id AND NOT EXISTS (
    SELECT 1 FROM guardian_links g WHERE g.participant_id = :participant_id AND g.account_id = :account_id
    AND g.ended_at IS NULL AND g.may_know = 1)
LIMIT 1;

-- name: was_limited
-- Whether a limit stands on any link, ended ones too, of an account to a participant.
SELECT 1 FROM guardian_links
WHERE participant_id = :participant_id AND account_id = :account_id AND limited_at IS NOT NULL LIMIT 1;

-- name: add_guardian!
-- Link a guardian to a participant; the first one is the primary.
INSERT INTO guardian_links (participant_id, account_id, relation, is_primary, confirmed_at)
VALUES (:participant_id, :account_id, :relation, CASE WHEN EXISTS (
    SELECT 1 FROM guardian_links g WHERE g.participant_id = :participant_id AND g.ended_at IS NULL AND g.is_primary = 1)
    THEN 0 ELSE 1 END, :now)
ON CONFLICT DO NOTHING;

-- name: guardian_link
-- One guardian's link that has not ended, locked.
SELECT g.*, a.display_name, a.phone FROM guardian_links g JOIN accounts a ON a.id = g.account_id
WHERE g.id = :link_id AND g.ended_at IS NULL;

-- name: limit!
-- What a guardian may do from now on; without a limit nothing is said of who made one.
UPDATE guardian_links SET may_decide = :may_decide, may_know = :may_know, limit_reason = :reason,
    limited_by = :limited_by, limited_at = :limited_at
WHERE id = :link_id AND ended_at IS NULL;

-- name: end_guardian!
-- A guardian's link is over; the row stays.
UPDATE guardian_links SET ended_at = :now, is_primary = 0 WHERE id = :link_id AND ended_at IS NULL;

-- name: relate!
-- Who a guardian is to the child.
UPDATE guardian_links SET relation = :relation WHERE id = :link_id AND ended_at IS NULL;

-- name: none_primary!
-- Nobody is the primary guardian of a participant.
UPDATE guardian_links SET is_primary = 0 WHERE participant_id = :participant_id AND is_primary = 1;

-- name: make_primary!
-- The guardian whom staff turns to first.
UPDATE guardian_links SET is_primary = 1 WHERE id = :link_id AND ended_at IS NULL;

-- name: count_children
-- How many children an account is a guardian of.
SELECT count(*) AS number FROM guardian_links WHERE account_id = :account_id AND ended_at IS NULL;

-- name: add
-- Somebody without an account.
INSERT INTO participants (full_name, search_name, born_on, phone, created_at)
VALUES (:full_name, :search_name, :born_on, :phone, :now) RETURNING id;

-- name: entrusted
-- Whom an account may register again: a guardian's children, and those it registered as pupils; by name and birth date.
SELECT p.id FROM participants p
WHERE p.search_name = :search_name AND p.born_on = :born_on AND (
    (:on_behalf = 'child' AND EXISTS (
        SELECT 1 FROM guardian_links g WHERE g.participant_id = p.id AND g.account_id = :account_id
        AND g.ended_at IS NULL AND g.may_know = 1))
    OR (:on_behalf = 'pupil' AND EXISTS (
        SELECT 1 FROM registrations r WHERE r.participant_id = p.id AND r.account_id = :account_id
        AND r.on_behalf = 'pupil')))
ORDER BY p.id LIMIT 1;

-- name: allowance
-- Of how many children an account may be a guardian, if staff said so.
SELECT most FROM guardian_allowances WHERE account_id = :account_id;

-- name: allow!
-- Let an account be a guardian of so many children.
INSERT INTO guardian_allowances (account_id, most, allowed_by, allowed_at) VALUES (:account_id, :most, :by, :now)
ON CONFLICT (account_id) DO UPDATE SET most = excluded.most, allowed_by = excluded.allowed_by,
    allowed_at = excluded.allowed_at;
