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

-- name: guardians
-- The accounts of a participant's guardians.
SELECT account_id FROM guardian_links WHERE participant_id = :participant_id AND ended_at IS NULL ORDER BY id;

-- name: is_guardian
-- Whether an account is a guardian of a participant.
SELECT 1 FROM guardian_links
WHERE participant_id = :participant_id AND account_id = :account_id AND ended_at IS NULL;

-- name: add_guardian!
-- Link a guardian to a participant.
INSERT INTO guardian_links (participant_id, account_id, confirmed_at) VALUES (:participant_id, :account_id, :now)
ON CONFLICT DO NOTHING;
