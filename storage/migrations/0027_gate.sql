-- Who was let in where: at a gate of an event once, at a daily gate once a local day.

-- `gate` is the code of one of the event's gates; `on_day` is the local day at a daily gate, else empty.
CREATE TABLE admissions (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    gate TEXT NOT NULL,
    on_day TEXT NOT NULL,
    ticket_id INTEGER REFERENCES tickets (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    admitted_at INTEGER NOT NULL,
    CONSTRAINT admitted_once UNIQUE (registration_id, gate, on_day)
) STRICT;
CREATE INDEX admissions_by_gate ON admissions (gate, on_day);
