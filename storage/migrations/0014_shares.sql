-- Which process looks after which chats: a chat belongs to the share «its id modulo 64», a share to one process at a
-- time, for as long as that process renews it.
CREATE TABLE shares (
    number INTEGER PRIMARY KEY,
    holder TEXT,
    held_until INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT share_number_known CHECK (number BETWEEN 0 AND 63)
) STRICT;
INSERT INTO shares (number)
WITH RECURSIVE counted (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM counted WHERE number < 63)
SELECT number FROM counted;

CREATE TABLE replicas (
    name TEXT PRIMARY KEY,
    seen_until INTEGER NOT NULL
) STRICT;
