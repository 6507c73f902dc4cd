-- Questions of participants about sessions, and who presses «me too».

-- name: get
-- One question.
SELECT q.*, (SELECT count(*) FROM session_question_votes v WHERE v.question_id = q.id) AS votes
FROM session_questions q WHERE q.id = :question_id;

-- name: of_session
-- The questions about a session, what most people want to know first.
SELECT q.*, (SELECT count(*) FROM session_question_votes v WHERE v.question_id = q.id) AS votes
FROM session_questions q WHERE q.session_id = :session_id ORDER BY votes DESC, q.id;

-- name: of_event
-- The questions about an event's sessions, those nobody has looked at first.
SELECT q.*, (SELECT count(*) FROM session_question_votes v WHERE v.question_id = q.id) AS votes
FROM sessions s JOIN session_questions q ON q.session_id = s.id
WHERE s.event_id = :event_id
ORDER BY CASE q.state WHEN 'new' THEN 0 WHEN 'shown' THEN 1 ELSE 2 END, q.answer IS NOT NULL, votes DESC, q.id;

-- name: add!
-- A question, or other words for one that nobody has looked at.
INSERT INTO session_questions (session_id, registration_id, account_id, words, asked_at)
VALUES (:session_id, :registration_id, :account_id, :words, :now)
ON CONFLICT (session_id, registration_id) DO UPDATE SET words = excluded.words, account_id = excluded.account_id,
    asked_at = excluded.asked_at, revision = session_questions.revision + 1
WHERE session_questions.state = 'new';

-- name: drop!
-- A question that nobody has looked at is taken back.
DELETE FROM session_questions WHERE session_id = :session_id AND registration_id = :registration_id AND state = 'new';

-- name: decide!
-- Show or hide a question that has no answer.
UPDATE session_questions SET state = :state, decided_by = :account_id, decided_at = :now, revision = revision + 1
WHERE id = :question_id AND revision = :revision AND answer IS NULL;

-- name: answer!
-- Answer a question in the open.
UPDATE session_questions SET state = 'shown', answer = :answer, decided_by = :account_id, decided_at = :now,
    revision = revision + 1
WHERE id = :question_id AND revision = :revision;

-- name: vote!
-- Somebody wants to know it too.
INSERT INTO session_question_votes (question_id, registration_id, account_id, voted_at)
VALUES (:question_id, :registration_id, :account_id, :now) ON CONFLICT DO NOTHING;

-- name: unvote!
-- Somebody does not want to know it any more.
DELETE FROM session_question_votes WHERE question_id = :question_id AND registration_id = :registration_id;

-- name: voted
-- What a registration wants to know too.
SELECT question_id FROM session_question_votes WHERE registration_id = :registration_id;

-- name: curious
-- Who asked a question or wants to know it too.
SELECT registration_id, account_id FROM session_questions WHERE id = :question_id
UNION SELECT registration_id, account_id FROM session_question_votes WHERE question_id = :question_id;

-- name: old
-- A batch of questions about sessions that ended long ago.
SELECT q.id FROM sessions s JOIN session_questions q ON q.session_id = s.id WHERE s.ends_at < :before LIMIT :most;

-- name: count_old
-- How many of them there are.
SELECT count(*) AS number FROM sessions s JOIN session_questions q ON q.session_id = s.id WHERE s.ends_at < :before;

-- name: drop_votes!
-- Nobody wants to know a question too.
DELETE FROM session_question_votes WHERE question_id = :question_id;

-- name: drop_question!
-- A question is gone.
DELETE FROM session_questions WHERE id = :question_id;
