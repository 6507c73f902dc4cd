-- Messages that the bot takes back out of a chat when their time is over.

-- name: add!
-- A message is to go at an instant.
INSERT INTO fading_messages (account_id, message_id, fades_at) VALUES (:account_id, :message_id, :fades_at)
ON CONFLICT (account_id, message_id) DO NOTHING;

-- name: due
-- Messages whose time is over, some at a time.
SELECT f.account_id, f.message_id, a.telegram_id FROM fading_messages f JOIN accounts a ON a.id = f.account_id
WHERE f.fades_at <= :now ORDER BY f.fades_at, f.account_id, f.message_id LIMIT 20;

-- name: drop!
-- A message is gone, or cannot be taken back any more.
DELETE FROM fading_messages WHERE account_id = :account_id AND message_id = :message_id;
