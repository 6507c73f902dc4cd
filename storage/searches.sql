-- name: people
-- Everybody registered for an event with what they can be found by, newest first.
SELECT r.id, r.status, r.participant_id, p.full_name, p.search_name, p.phone, a.phone AS account_phone, u.title,
    coalesce(u.search_text, '') || ' ' || coalesce(above.search_text, '') || ' ' || coalesce(top.search_text, '') AS place
FROM streams s JOIN registrations r ON r.stream_id = s.id JOIN participants p ON p.id = r.participant_id
JOIN accounts a ON a.id = r.account_id LEFT JOIN org_units u ON u.id = r.unit_id
LEFT JOIN org_units above ON above.id = u.parent_id LEFT JOIN org_units top ON top.id = above.parent_id
WHERE s.event_id = :event_id AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%')
ORDER BY r.id DESC LIMIT :limit;

-- name: guardians
-- What the guardians of everybody registered for an event can be found by.
SELECT r.participant_id, a.phone, a.display_name, a.search_name
FROM streams s JOIN registrations r ON r.stream_id = s.id
JOIN guardian_links g ON g.participant_id = r.participant_id JOIN accounts a ON a.id = g.account_id
WHERE s.event_id = :event_id AND g.ended_at IS NULL
AND (:units IS NULL OR :units LIKE '%,' || r.unit_id || ',%') LIMIT :limit;
