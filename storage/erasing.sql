-- What is kept about a person, read in full, and its erasure.

-- name: registration_ids
-- Every registration of a participant, or that an account made, newest first.
SELECT r.id FROM registrations r
WHERE r.participant_id = :participant_id
    OR EXISTS (SELECT 1 FROM acting a WHERE a.registration_id = r.id AND a.account_id = :account_id)
ORDER BY r.id DESC;

-- name: own_participant
-- The participant who is the owner of an account.
SELECT id FROM participants WHERE account_id = :account_id;

-- name: children
-- The participants whose guardian an account is.
SELECT p.id, p.full_name FROM guardian_links g JOIN participants p ON p.id = g.participant_id
WHERE g.account_id = :account_id AND g.ended_at IS NULL AND g.may_know = 1 ORDER BY g.id;

-- name: draft_ids
-- Every draft of an account that was not submitted.
SELECT d.id FROM drafts d
WHERE d.account_id = :account_id AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id) ORDER BY d.id;

-- name: consents
-- Every decision about a participant's part in an event, oldest first, with its text and who made it.
SELECT c.decision, c.level, c.reason, c.route, c.language, c.decided_at, t.purpose, t.version, t.title, t.levels,
    COALESCE(a.display_name, s.full_name) AS display_name
FROM consents c JOIN consent_texts t ON t.id = c.consent_text_id
LEFT JOIN accounts a ON a.id = c.account_id LEFT JOIN consent_signers s ON s.id = c.signer_id
WHERE c.participant_id = :participant_id AND c.event_id = :event_id
AND NOT EXISTS (SELECT 1 FROM consent_voids v WHERE v.consent_id = c.id) ORDER BY c.id;

-- name: count_kept
-- How many decisions an account made, messages it was sent, and messages that came from its chat.
SELECT
    (SELECT count(*) FROM consents c WHERE c.account_id = :account_id) AS consents,
    (SELECT count(*) FROM outbox o WHERE o.account_id = :account_id) AS sent,
    (SELECT count(*) FROM inbox i WHERE i.chat_id = :telegram_id) AS received;

-- name: has_role
-- Whether an account holds a role now.
SELECT 1 FROM grants WHERE account_id = :account_id AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
LIMIT 1;

-- name: acts_for_others
-- Whether an account holds a role, is somebody's guardian, or registered somebody else.
SELECT 1 FROM grants WHERE account_id = :account_id AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now)
UNION ALL
SELECT 1 FROM guardian_links WHERE account_id = :account_id AND ended_at IS NULL
UNION ALL
SELECT 1 FROM registrations WHERE account_id = :account_id AND participant_id <> :participant_id
LIMIT 1;

-- name: drop_answers!
-- The answers of a participant's registrations, those that newer ones replaced and those in progress too.
DELETE FROM answers WHERE draft_id IN (
    SELECT draft_id FROM registrations WHERE participant_id = :participant_id
    UNION SELECT n.draft_id FROM supplements n JOIN registrations r ON r.id = n.registration_id
    WHERE r.participant_id = :participant_id
    UNION SELECT n.before_draft_id FROM supplements n JOIN registrations r ON r.id = n.registration_id
    WHERE r.participant_id = :participant_id);

-- name: drop_replies!
-- What was said to changes of a participant's answers.
DELETE FROM amendment_replies WHERE amendment_id IN (
    SELECT a.id FROM amendments a JOIN registrations r ON r.id = a.registration_id
    WHERE r.participant_id = :participant_id);

-- name: drop_amendments!
-- What a participant's answers were before they were changed.
DELETE FROM amendments WHERE registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: drop_begun_amendments!
-- What an account has begun to change and not saved.
DELETE FROM amendments WHERE account_id = :account_id AND state = 'open';

-- name: close_drafts!
-- Nothing can be corrected any more.
UPDATE drafts SET state = 'cancelled', question = NULL, revision = revision + 1
WHERE state IN ('open', 'supplementing') AND id IN (
    SELECT draft_id FROM registrations WHERE participant_id = :participant_id
    UNION SELECT n.draft_id FROM supplements n JOIN registrations r ON r.id = n.registration_id
    WHERE r.participant_id = :participant_id);

-- name: drop_draft_answers!
-- The answers of an account's drafts that were not submitted.
DELETE FROM answers WHERE draft_id IN (
    SELECT d.id FROM drafts d
    WHERE d.account_id = :account_id AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = d.id));

-- name: close_own_drafts!
-- An account's drafts that were not submitted are over.
UPDATE drafts SET state = 'cancelled', question = NULL, revision = revision + 1
WHERE account_id = :account_id AND state IN ('open', 'supplementing')
    AND NOT EXISTS (SELECT 1 FROM registrations r WHERE r.draft_id = drafts.id);

-- name: drop_scores!
-- What reviewers said of a participant's registrations.
DELETE FROM score_cards WHERE registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: forget_reasons!
-- Reasons somebody typed about a participant's registrations.
UPDATE registrations SET reason = NULL WHERE participant_id = :participant_id AND reason IS NOT NULL;

-- name: forget_consent_reasons!
-- Reasons somebody typed with a decision; who decided what and when stays.
UPDATE consents SET reason = NULL
WHERE reason IS NOT NULL AND (participant_id = :participant_id OR account_id = :account_id);

-- name: forget_signers!
-- Guardians whom staff wrote down; who decided what and when stays.
UPDATE consent_signers SET full_name = :blank, phone = '' WHERE participant_id = :participant_id;

-- name: forget_resolutions!
-- Why staff settled what guardians differed about; what and when stays.
UPDATE consent_resolutions SET reason = NULL WHERE reason IS NOT NULL AND participant_id = :participant_id;

-- name: end_guardians!
-- A participant has no guardians any more, an account no children.
UPDATE guardian_links SET ended_at = :now
WHERE ended_at IS NULL AND (participant_id = :participant_id OR account_id = :account_id);

-- name: forget_limits!
-- Why guardians were limited; that they are stays, as long as the child does.
UPDATE guardian_links SET limit_reason = NULL
WHERE limit_reason IS NOT NULL AND (participant_id = :participant_id OR account_id = :account_id);

-- name: forget_misses!
-- Links that an account tried.
DELETE FROM link_misses WHERE account_id = :account_id;

-- name: close_calls!
-- Nobody is to be called any more.
UPDATE call_requests SET closed_at = :now
WHERE closed_at IS NULL AND (account_id = :account_id OR registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id));

-- name: drop_feedback!
-- What a participant thought of sessions.
DELETE FROM session_feedback WHERE registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: drop_wishes!
-- What a participant or an account wanted to know too, and who wanted to know what it asked.
DELETE FROM session_question_votes WHERE account_id = :account_id
    OR registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id)
    OR question_id IN (SELECT q.id FROM session_questions q WHERE q.account_id = :account_id
        OR q.registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id));

-- name: drop_questions!
-- What a participant or an account asked about sessions.
DELETE FROM session_questions WHERE account_id = :account_id
    OR registration_id IN (SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: drop_speaking!
-- At which sessions an account speaks.
DELETE FROM speakers WHERE account_id = :account_id;

-- name: revoke_links!
-- Links that were not used.
UPDATE links SET revoked_at = :now
WHERE used_at IS NULL AND revoked_at IS NULL AND (created_by = :account_id OR registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id));

-- name: revoke_tickets!
-- A participant's tickets are good no more.
UPDATE tickets SET revoked_at = :now
WHERE revoked_at IS NULL AND registration_id IN (
    SELECT id FROM registrations WHERE participant_id = :participant_id);

-- name: blank_participant!
-- Nothing of the participant is left but the number.
UPDATE participants SET account_id = NULL, full_name = :blank, search_name = '', born_on = NULL, phone = NULL
WHERE id = :participant_id;

-- name: drop_arrivals!
-- By which school's link an account came.
DELETE FROM arrivals WHERE account_id = :account_id;

-- name: blank_nominees!
-- What a school wrote of a pupil who then came.
UPDATE nominees SET full_name = :blank, search_name = '', born_on = NULL, grade = NULL WHERE account_id = :account_id;

-- name: blank_account!
-- Nothing of the account is left but the number; whoever writes from that Telegram account again is somebody new.
UPDATE accounts SET telegram_id = -id, display_name = :blank, search_name = '', language = NULL, phone = NULL, reach = 'deactivated',
    place = 'home', place_args = '{}'
WHERE id = :account_id;

-- name: stop_notices!
-- What is owed to an account, or to anybody about a registration, is not owed any more.
UPDATE outbox SET state = 'stopped', finished_at = :now
WHERE state IN ('due', 'held', 'kept') AND (account_id = :account_id OR data LIKE :about_last OR data LIKE :about OR data LIKE :listed);

-- name: blank_notices!
-- The words of messages to an account, or to anybody about a registration.
UPDATE outbox SET data = '{}'
WHERE data <> '{}' AND (account_id = :account_id OR data LIKE :about_last OR data LIKE :about OR data LIKE :listed);

-- name: blank_notices_naming!
-- The words of ended messages that name somebody, alone, as who did something, or in a list of names.
UPDATE outbox SET data = '{}' WHERE state NOT IN ('due', 'held', 'sending')
    AND (data LIKE '%"name":' || :named || '%' ESCAPE '!' OR data LIKE '%"by":' || :named || '%' ESCAPE '!'
        OR data LIKE '%"who":' || :named || '%' ESCAPE '!' OR data LIKE '%"names":[%' || :named || '%' ESCAPE '!');

-- name: blank_inbox!
-- What came from a chat; an update that has just taken effect is done with this.
UPDATE inbox SET raw = '{}', state = CASE state WHEN 'effected' THEN 'done' ELSE state END,
    finished_at = COALESCE(finished_at, :now)
WHERE chat_id = :telegram_id AND state <> 'received';

-- name: add
-- The record of an erasure: when, whose numbers, how much.
INSERT INTO erasures (asked_by, account_id, participant_id, counts, proof, erased_at)
VALUES (:asked_by, :account_id, :participant_id, :counts, :proof, :now)
RETURNING id;

-- name: drop_menu!
-- Forget which commands a chat shows.
DELETE FROM staff_menus WHERE account_id = :account_id;
