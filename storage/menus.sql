-- name: stale
-- Chats whose commands are not those of the roles and the language the person has now.
SELECT a.id, a.telegram_id, a.language, m.account_id IS NOT NULL AS is_set,
    CASE WHEN held.sees = 1 THEN 'desk' WHEN held.sees = 0 THEN 'check' END AS commands
FROM accounts a
LEFT JOIN staff_menus m ON m.account_id = a.id
LEFT JOIN (
    SELECT account_id, MAX(CASE WHEN role = 'checker' THEN 0 ELSE 1 END) AS sees FROM grants
    WHERE revoked_at IS NULL AND (expires_at IS NULL OR expires_at > :now) AND role NOT IN ('coordinator', 'leader')
    GROUP BY account_id
) held ON held.account_id = a.id
WHERE a.reach = 'reachable' AND (m.account_id IS NOT NULL OR held.sees IS NOT NULL) AND (
    m.account_id IS NULL OR held.sees IS NULL
    OR m.commands <> CASE WHEN held.sees = 1 THEN 'desk' ELSE 'check' END
    OR m.language <> COALESCE(a.language, :language))
ORDER BY a.id LIMIT 20;

-- name: keep!
-- Remember which commands a chat shows.
INSERT INTO staff_menus (account_id, commands, language, set_at) VALUES (:account_id, :commands, :language, :now)
ON CONFLICT (account_id) DO UPDATE
SET commands = excluded.commands, language = excluded.language, set_at = excluded.set_at;

-- name: drop!
-- Remember that a chat shows everybody's commands.
DELETE FROM staff_menus WHERE account_id = :account_id;
