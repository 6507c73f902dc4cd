-- name: used_keys
-- The marks and keys of everything that is sealed.
SELECT substr(value, 1, 9) AS head FROM answers WHERE substr(value, 1, 1) = '~' GROUP BY substr(value, 1, 9)
UNION
SELECT substr(raw, 1, 9) AS head FROM inbox WHERE substr(raw, 1, 1) = '~' GROUP BY substr(raw, 1, 9)
UNION
SELECT substr(was, 1, 9) AS head FROM amendments WHERE substr(was, 1, 1) = '~' GROUP BY substr(was, 1, 9)
UNION
SELECT substr(becomes, 1, 9) AS head FROM amendments WHERE substr(becomes, 1, 1) = '~' GROUP BY substr(becomes, 1, 9)
UNION
SELECT substr(said, 1, 9) AS head FROM thread_messages WHERE substr(said, 1, 1) = '~' GROUP BY substr(said, 1, 9)
UNION
SELECT substr(said, 1, 9) AS head FROM collectors WHERE substr(said, 1, 1) = '~' GROUP BY substr(said, 1, 9)
UNION
SELECT substr(said, 1, 9) AS head FROM bars WHERE substr(said, 1, 1) = '~' GROUP BY substr(said, 1, 9)
UNION
SELECT substr(sealed, 1, 9) AS head FROM incident_keys WHERE substr(sealed, 1, 1) = '~' GROUP BY substr(sealed, 1, 9);

-- name: list_answers
-- Sealed answers that another key than the newest opens, in order, after one of them.
SELECT draft_id, question, value FROM answers
WHERE substr(value, 1, 1) = '~' AND substr(value, 1, 9) <> :newest AND (draft_id, question) > (:draft_id, :question)
ORDER BY draft_id, question LIMIT :limit;

-- name: reseal_answer!
-- Put the same answer, sealed by another key, into its place.
UPDATE answers SET value = :value WHERE draft_id = :draft_id AND question = :question;

-- name: list_raws
-- Sealed messages that another key than the newest opens, in order, after one of them.
SELECT update_id, raw FROM inbox
WHERE substr(raw, 1, 1) = '~' AND substr(raw, 1, 9) <> :newest AND update_id > :update_id
ORDER BY update_id LIMIT :limit;

-- name: reseal_raw!
-- Put the same message, sealed by another key, into its place.
UPDATE inbox SET raw = :raw WHERE update_id = :update_id;

-- name: list_amendments
-- Changed answers, sealed by another key than the newest, in order, after one of them.
SELECT id, was, becomes FROM amendments
WHERE ((substr(was, 1, 1) = '~' AND substr(was, 1, 9) <> :newest)
    OR (substr(becomes, 1, 1) = '~' AND substr(becomes, 1, 9) <> :newest)) AND id > :amendment_id
ORDER BY id LIMIT :limit;

-- name: reseal_amendment!
-- Put the same change, sealed by another key, into its place.
UPDATE amendments SET was = :was, becomes = :becomes WHERE id = :amendment_id;

-- name: list_said
-- Messages of conversations, sealed by another key than the newest, in order, after one of them.
SELECT id, said FROM thread_messages
WHERE substr(said, 1, 1) = '~' AND substr(said, 1, 9) <> :newest AND id > :message_id
ORDER BY id LIMIT :limit;

-- name: reseal_said!
-- Put the same message of a conversation, sealed by another key, into its place.
UPDATE thread_messages SET said = :said WHERE id = :message_id;

-- name: list_collectors
-- Who may collect a child, sealed by another key than the newest, in order, after one of them.
SELECT id, said FROM collectors
WHERE substr(said, 1, 1) = '~' AND substr(said, 1, 9) <> :newest AND id > :after ORDER BY id LIMIT :limit;

-- name: list_bars
-- Who must not collect a child, sealed by another key than the newest, in order, after one of them.
SELECT id, said FROM bars
WHERE substr(said, 1, 1) = '~' AND substr(said, 1, 9) <> :newest AND id > :after ORDER BY id LIMIT :limit;

-- name: list_incident_keys
-- Keys of incidents, sealed by another key than the newest, in order, after one of them.
SELECT id, sealed FROM incident_keys
WHERE substr(sealed, 1, 1) = '~' AND substr(sealed, 1, 9) <> :newest AND id > :key_id
ORDER BY id LIMIT :limit;

-- name: reseal_incident_key!
-- Put the same key of an incident, sealed by another key, into its place.
UPDATE incident_keys SET sealed = :sealed WHERE id = :key_id;
