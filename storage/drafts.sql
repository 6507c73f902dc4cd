-- name: lock
-- One draft, locked against a second press.
SELECT * FROM drafts WHERE id = :draft_id;

-- name: find_open
-- The draft a person has open for an event; of those for others the newest that was not submitted.
-- (`+ 0`: a person has few drafts and an event many, so they are looked for by the person.)
SELECT d.* FROM drafts d
WHERE d.account_id = :account_id AND d.event_id + 0 = :event_id AND d.state = 'open' AND d.on_behalf = :on_behalf
    AND (d.on_behalf = 'own' OR NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id))
ORDER BY d.id DESC LIMIT 1;

-- name: find_submitted
-- The newest draft a person submitted on the same behalf, for an event of the same programme.
SELECT d.* FROM drafts d JOIN events e ON e.id = d.event_id
WHERE d.account_id = :account_id AND d.on_behalf = :on_behalf AND d.state = 'submitted'
    AND e.programme_id = (SELECT programme_id FROM events WHERE id = :event_id)
ORDER BY CASE WHEN d.event_id = :event_id THEN 0 ELSE 1 END, d.id DESC LIMIT 1;

-- name: find_earlier
-- The newest draft a person submitted for themselves, for another event of any programme.
SELECT d.* FROM drafts d WHERE d.account_id = :account_id AND d.on_behalf = 'own' AND d.state = 'submitted'
    AND d.event_id <> :event_id ORDER BY d.id DESC LIMIT 1;

-- name: list_open
-- Every draft a person has open, newest first.
SELECT * FROM drafts WHERE account_id = :account_id AND state = 'open' ORDER BY changed_at DESC, id DESC;

-- name: known
-- What a draft that answers only new questions is not asked again.
SELECT known FROM supplements WHERE draft_id = :draft_id;

-- name: add
-- Begin a draft at a question.
INSERT INTO drafts (account_id, event_id, form_version_id, question, on_behalf, state, started_at, changed_at)
VALUES (:account_id, :event_id, :form_version_id, :question, :on_behalf, :state, :now, :now) RETURNING id;

-- name: answers
-- The answers given so far.
SELECT question, value FROM answers WHERE draft_id = :draft_id;

-- name: answer
-- One answer.
SELECT question, value FROM answers WHERE draft_id = :draft_id AND question = :question;

-- name: changed_since
-- Whether an answer was given after an instant.
SELECT 1 FROM answers WHERE draft_id = :draft_id AND answered_at > :since LIMIT 1;

-- name: save_answer!
-- Save one answer at once.
INSERT INTO answers (draft_id, question, value, answered_at) VALUES (:draft_id, :question, :value, :now)
ON CONFLICT (draft_id, question) DO UPDATE SET value = excluded.value, answered_at = excluded.answered_at;

-- name: update!
-- Move a draft to another question or state.
UPDATE drafts SET question = :question, revision = :revision, state = :state, changed_at = :now WHERE id = :draft_id;
