-- name: newest
-- The newest published form of an event.
SELECT * FROM form_versions WHERE event_id = :event_id ORDER BY number DESC LIMIT 1;

-- name: newest_from_file
-- The newest form that an event's file has said.
SELECT content FROM form_versions WHERE event_id = :event_id AND is_from_file = 1 ORDER BY number DESC LIMIT 1;

-- name: contents
-- Every form an event has ever had.
SELECT content FROM form_versions WHERE event_id = :event_id ORDER BY number;

-- name: publish
-- Publish a new version; older ones stay as they were.
INSERT INTO form_versions (event_id, number, content, published_at, published_by, is_from_file, asks_registered,
    asks_after)
VALUES (:event_id, :number, :content, :now, :published_by, :is_from_file, :asks_registered, :asks_after) RETURNING id;

-- name: add
-- Begin a form draft.
INSERT INTO form_drafts (event_id, based_on, content, changed_by, changed_at)
VALUES (:event_id, :based_on, :content, :account_id, :now) RETURNING *;

-- name: find_open
-- The form draft of an event.
SELECT * FROM form_drafts WHERE event_id = :event_id AND state = 'open';

-- name: lock
-- One form draft, locked against a second press.
SELECT * FROM form_drafts WHERE id = :form_draft_id;

-- name: update!
-- Save a change, if nobody else has saved one in between.
UPDATE form_drafts SET content = :content, before = :before, state = :state, revision = revision + 1,
    changed_by = :account_id, changed_at = :now
WHERE id = :form_draft_id AND revision = :revision;

-- name: drafts_under_way
-- Open drafts of an event that answer another version and were never sent.
SELECT d.id FROM drafts d WHERE d.event_id = :event_id AND d.state IN ('open', 'supplementing')
AND d.form_version_id <> :form_version_id
AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id) ORDER BY d.id;

-- name: count_under_way
-- How many drafts of an event are under way and were never sent.
SELECT count(*) AS number FROM drafts d WHERE d.event_id = :event_id AND d.state = 'open'
AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id);

-- name: move_draft!
-- Let a draft answer another version; when its person last touched it stays.
UPDATE drafts SET form_version_id = :form_version_id, question = :question, revision = :revision WHERE id = :draft_id;

-- name: drop_answer!
-- Take an answer away under one name, after it was kept under another.
DELETE FROM answers WHERE draft_id = :draft_id AND question = :question;

-- name: keep_aside!
-- Keep an answer that fits no more under a name that no form asks for.
INSERT INTO answers (draft_id, question, value, answered_at)
SELECT draft_id, :aside, :value, answered_at FROM answers WHERE draft_id = :draft_id AND question = :question;

-- name: version
-- One published form.
SELECT * FROM form_versions WHERE id = :form_version_id;

-- name: asking
-- Versions whose new questions are still to be asked of some who are registered.
SELECT id, event_id, asks_after FROM form_versions WHERE asks_after IS NOT NULL ORDER BY id;

-- name: ask_after!
-- Remember up to which registration a version has been asked about; NULL when that is all.
UPDATE form_versions SET asks_after = :asks_after WHERE id = :form_version_id;

-- name: to_ask
-- Registrations under an older version that are active, by number.
SELECT r.* FROM registrations r JOIN form_versions v ON v.id = :form_version_id AND v.event_id = r.event_id
WHERE r.id > :after AND r.form_version_id <> v.id
AND r.status IN ('awaiting_guardian', 'pending', 'confirmed', 'waitlisted', 'offered')
ORDER BY r.id LIMIT :limit;

-- name: count_to_ask
-- How many registrations a new version could ask, for those who run the whole programme.
SELECT count(*) AS number FROM registrations r WHERE r.event_id = :event_id
AND r.status IN ('awaiting_guardian', 'pending', 'confirmed', 'waitlisted', 'offered');

-- name: asks_more
-- Whether a version after another one asks those who are registered.
SELECT 1 FROM form_versions o JOIN form_versions n ON n.event_id = o.event_id AND n.number > o.number
WHERE o.id = :form_version_id AND n.asks_registered = 1 LIMIT 1;
