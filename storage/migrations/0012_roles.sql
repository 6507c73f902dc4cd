-- What the people of a programme see in Telegram's menu of commands, and the trail of what they did and saw.

-- One row for each chat whose commands are not everybody's.
CREATE TABLE staff_menus (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id),
    commands TEXT NOT NULL,
    language TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;

-- What one person did and saw.
CREATE INDEX audit_by_account ON audit (account_id, id);
