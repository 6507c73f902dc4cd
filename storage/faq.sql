-- name: file!
-- Create an entry of a programme file or refresh it; what the chat made of it stays until the file says something else.
INSERT INTO faq_entries (programme_id, code, question, answer, tags, filed)
VALUES (:programme_id, :code, :question, :answer, :tags, :filed)
ON CONFLICT (programme_id, code) DO UPDATE SET
    question = CASE WHEN faq_entries.filed = excluded.filed THEN faq_entries.question ELSE excluded.question END,
    answer = CASE WHEN faq_entries.filed = excluded.filed THEN faq_entries.answer ELSE excluded.answer END,
    tags = CASE WHEN faq_entries.filed = excluded.filed THEN faq_entries.tags ELSE excluded.tags END,
    is_hidden = CASE WHEN faq_entries.filed = excluded.filed THEN faq_entries.is_hidden ELSE 0 END,
    filed = excluded.filed;

-- name: filed
-- The entries of a programme that came from its file and are shown.
SELECT id, code FROM faq_entries WHERE programme_id = :programme_id AND filed <> '' AND is_hidden = 0;

-- name: list_
-- Every entry of a programme, the most helpful first.
SELECT * FROM faq_entries WHERE programme_id = :programme_id ORDER BY helped DESC, id;

-- name: get
-- One entry, locked.
SELECT * FROM faq_entries WHERE id = :entry_id;

-- name: helped!
-- An entry answered somebody's question.
UPDATE faq_entries SET helped = helped + 1 WHERE id = :entry_id;

-- name: add
-- A new, empty entry made in the chat.
INSERT INTO faq_entries (programme_id, code)
SELECT :programme_id, 'chat-' || (COALESCE(max(id), 0) + 1) FROM faq_entries
RETURNING id;

-- name: update!
-- What an entry says now.
UPDATE faq_entries SET question = :question, answer = :answer, is_hidden = :is_hidden, revision = revision + 1
WHERE id = :entry_id;

-- name: hide!
-- An entry is shown no more.
UPDATE faq_entries SET is_hidden = 1, revision = revision + 1 WHERE id = :entry_id;
