-- name: ended
-- The form versions of events that ended before a day.
SELECT f.id AS form_version_id, e.ends_on, e.timezone FROM events e JOIN form_versions f ON f.event_id = e.id
WHERE e.ends_on < :before_on ORDER BY f.id;

-- name: questions
-- The questions of a form version that still have answers.
SELECT DISTINCT a.question FROM drafts d JOIN answers a ON a.draft_id = d.id WHERE d.form_version_id = :form_version_id;

-- name: drop_answers!
-- Delete a batch of the answers to one question of a form version.
DELETE FROM answers WHERE (draft_id, question) IN (
    SELECT a.draft_id, a.question FROM drafts d JOIN answers a ON a.draft_id = d.id
    WHERE d.form_version_id = :form_version_id AND a.question = :question LIMIT :most);

-- name: amended
-- The questions of a form version about which earlier answers are still kept.
SELECT DISTINCT a.question FROM registrations r JOIN amendments a ON a.registration_id = r.id
WHERE r.form_version_id = :form_version_id;

-- name: drop_replies!
-- Delete what was said to the changes of the answers to one question of a form version.
DELETE FROM amendment_replies WHERE amendment_id IN (
    SELECT a.id FROM registrations r JOIN amendments a ON a.registration_id = r.id
    WHERE r.form_version_id = :form_version_id AND a.question = :question);

-- name: drop_amendments!
-- Delete a batch of earlier answers to one question of a form version.
DELETE FROM amendments WHERE id IN (
    SELECT a.id FROM registrations r JOIN amendments a ON a.registration_id = r.id
    WHERE r.form_version_id = :form_version_id AND a.question = :question LIMIT :most);

-- name: named
-- Who is registered by a form version and still has a name, a date of birth or a phone.
SELECT DISTINCT p.id, p.full_name <> :blank AS name, p.born_on IS NOT NULL AS birth_date,
    p.phone IS NOT NULL AS phone
FROM registrations r JOIN participants p ON p.id = r.participant_id
WHERE r.form_version_id = :form_version_id
AND (p.full_name <> :blank OR p.born_on IS NOT NULL OR p.phone IS NOT NULL);

-- name: forms_of
-- What a participant is registered by, and until when the events last.
SELECT DISTINCT r.form_version_id, e.ends_on, e.timezone FROM registrations r JOIN events e ON e.id = r.event_id
WHERE r.participant_id = :participant_id;

-- name: blank_name!
-- Forget a participant's name.
UPDATE participants SET full_name = :blank, search_name = '' WHERE id = :participant_id;

-- name: blank_birth_date!
-- Forget a participant's date of birth.
UPDATE participants SET born_on = NULL WHERE id = :participant_id;

-- name: blank_phone!
-- Forget a participant's phone.
UPDATE participants SET phone = NULL WHERE id = :participant_id;

-- name: blank_reasons!
-- Forget why registrations by a form version were returned or declined.
UPDATE registrations SET reason = NULL WHERE id IN (
    SELECT id FROM registrations WHERE form_version_id = :form_version_id AND reason IS NOT NULL LIMIT :most);

-- name: blank_comments!
-- Forget what reviewers wrote about registrations by a form version.
UPDATE score_cards SET comment = NULL WHERE comment IS NOT NULL AND registration_id IN (
    SELECT id FROM registrations WHERE form_version_id = :form_version_id);

-- name: empty_inbox!
-- Forget a batch of old messages that were put aside.
UPDATE inbox SET raw = '{}' WHERE update_id IN (
    SELECT update_id FROM inbox WHERE state IN ('done', 'skipped', 'quarantined') AND raw NOT IN ('{}', '')
    AND received_at < :before LIMIT :most);

-- name: drop_inbox!
-- Delete a batch of old updates for which nothing is left to do.
DELETE FROM inbox WHERE update_id IN (
    SELECT update_id FROM inbox WHERE state IN ('done', 'skipped') AND received_at < :before LIMIT :most);

-- name: empty_outbox!
-- Forget what a batch of messages said that ended long ago; that they were sent stays.
UPDATE outbox SET data = '{}' WHERE id IN (
    SELECT id FROM outbox WHERE finished_at IS NOT NULL AND data <> '{}' AND finished_at < :before LIMIT :most);

-- name: typing
-- Who stands where the words of a consent on paper are typed, and what they typed so far.
SELECT id, place_args FROM accounts WHERE place = 'attest';

-- name: drop_links!
-- Delete a batch of links that expired long ago.
DELETE FROM links WHERE id IN (SELECT id FROM links WHERE expires_at < :before LIMIT :most);

-- name: drop_invitations!
-- Delete a batch of coordinators' invitations that expired long ago.
DELETE FROM coordinator_links WHERE id IN (SELECT id FROM coordinator_links WHERE expires_at < :before LIMIT :most);

-- name: drop_nominees!
-- Delete a batch of pupils whom schools named for events whose registration closed long ago.
DELETE FROM nominees WHERE id IN (SELECT id FROM nominees WHERE expires_at < :before LIMIT :most);

-- name: drop_audiences!
-- Delete a batch of audiences with a name that were thrown away long ago.
DELETE FROM saved_audiences WHERE id IN (SELECT id FROM saved_audiences WHERE dropped_at < :before LIMIT :most);

-- name: cancelled
-- A batch of drafts that were thrown away long ago and led to no registration.
SELECT id FROM drafts d WHERE state = 'cancelled' AND changed_at < :before
AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id) LIMIT :most;

-- name: drop_answers_of!
-- Delete every answer of one draft.
DELETE FROM answers WHERE draft_id = :draft_id;

-- name: drop_draft!
-- Delete one draft.
DELETE FROM drafts WHERE id = :draft_id;

-- name: kept_answers
-- How many answers there still are to each question of events that ended before a day.
SELECT a.question, d.form_version_id, e.ends_on, e.timezone, count(*) AS number
FROM answers a JOIN drafts d ON d.id = a.draft_id JOIN events e ON e.id = d.event_id
WHERE e.ends_on < :before_on GROUP BY a.question, d.form_version_id, e.ends_on, e.timezone
UNION ALL
SELECT a.question, r.form_version_id, e.ends_on, e.timezone, count(*) AS number
FROM amendments a JOIN registrations r ON r.id = a.registration_id JOIN events e ON e.id = r.event_id
WHERE e.ends_on < :before_on GROUP BY a.question, r.form_version_id, e.ends_on, e.timezone;

-- name: overdue
-- How much else is still there past its time.
SELECT (SELECT count(*) FROM inbox WHERE raw NOT IN ('{}', '') AND received_at < :month_ago)
    + (SELECT count(*) FROM inbox WHERE state IN ('done', 'skipped') AND received_at < :month_ago)
    + (SELECT count(*) FROM outbox WHERE finished_at IS NOT NULL AND data <> '{}' AND finished_at < :quarter_ago)
    + (SELECT count(*) FROM links WHERE expires_at < :month_ago)
    + (SELECT count(*) FROM coordinator_links WHERE expires_at < :month_ago)
    + (SELECT count(*) FROM nominees WHERE expires_at < :month_ago)
    + (SELECT count(*) FROM saved_audiences WHERE dropped_at < :month_ago)
    + (SELECT count(*) FROM drafts d WHERE state = 'cancelled' AND changed_at < :month_ago
        AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id)) AS number;

-- name: record!
-- Write down what a run has done.
INSERT INTO purge_runs (ran_at, counts, overdue) VALUES (:now, :counts, :overdue);

-- name: drop_runs!
-- Delete the records of runs long ago.
DELETE FROM purge_runs WHERE ran_at < :before;

-- name: runs
-- What the runs of a span of time have done, oldest first.
SELECT counts, overdue FROM purge_runs WHERE ran_at >= :since AND ran_at < :before ORDER BY id;

-- name: owners
-- Who owns the installation.
SELECT DISTINCT account_id FROM grants
WHERE role = 'owner' AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now) ORDER BY account_id;
