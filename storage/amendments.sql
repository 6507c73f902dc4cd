-- Changes of submitted answers and what guardians say to them.

-- name: get
-- One change, locked.
SELECT * FROM amendments WHERE id = :amendment_id;

-- name: find_open
-- The change of an answer that a person has begun and not saved.
SELECT * FROM amendments
WHERE registration_id = :registration_id AND account_id = :account_id AND question = :question AND state = 'open';

-- name: open
-- Everything a person has begun to change in a registration, in order.
SELECT * FROM amendments
WHERE registration_id = :registration_id AND account_id = :account_id AND state = 'open' ORDER BY id;

-- name: saved
-- Every saved change of a registration, oldest first.
SELECT * FROM amendments WHERE registration_id = :registration_id AND state <> 'open' ORDER BY id;

-- name: add
-- Begin to change an answer.
INSERT INTO amendments (registration_id, account_id, question, begun_at)
VALUES (:registration_id, :account_id, :question, :now) RETURNING id;

-- name: answer!
-- What the answer is to become.
UPDATE amendments SET becomes = :becomes WHERE id = :amendment_id AND state = 'open';

-- name: save!
-- The answer is changed now.
UPDATE amendments SET state = 'saved', was = :was, matters = :matters, status_before = :status_before, saved_at = :now
WHERE id = :amendment_id AND state = 'open';

-- name: drop_open!
-- Forget what a person has begun to change.
DELETE FROM amendments WHERE registration_id = :registration_id AND account_id = :account_id AND state = 'open';

-- name: settle!
-- An organizer has seen the changes and decided.
UPDATE amendments SET state = :state, settled_at = :now WHERE registration_id = :registration_id AND state = 'saved';

-- name: unsettle!
-- The decision of an instant is taken back: the changes wait again.
UPDATE amendments SET state = 'saved', settled_at = NULL
WHERE registration_id = :registration_id AND state = 'settled' AND settled_at = :settled_at;

-- name: reply!
-- What a guardian says to the changes that wait; the newest word counts.
INSERT INTO amendment_replies (amendment_id, account_id, reply, replied_at)
SELECT id, :account_id, :reply, :now FROM amendments
WHERE registration_id = :registration_id AND state = 'saved' AND account_id <> :account_id
ON CONFLICT (amendment_id, account_id) DO UPDATE SET reply = excluded.reply, replied_at = excluded.replied_at;

-- name: replies
-- What guardians say to the changes that wait.
SELECT DISTINCT y.account_id, y.reply FROM amendment_replies y JOIN amendments a ON a.id = y.amendment_id
WHERE a.registration_id = :registration_id AND a.state = 'saved' ORDER BY y.account_id;
