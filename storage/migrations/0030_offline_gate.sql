-- Gates without the internet: lists that were taken along, and what was scanned by them.

-- Who took the list of a gate along, when, and whether it holds names.
CREATE TABLE gate_lists (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    gate TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    has_names INTEGER NOT NULL CONSTRAINT gate_list_has_names_known CHECK (has_names IN (0, 1)),
    number INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
CREATE INDEX gate_lists_by_event ON gate_lists (event_id);

-- One scan that was brought back; a scan has a number that its phone drew, so it is taken in once.
-- `other_account_id` and `other_at` say who had let the same person in when this scan came.
CREATE TABLE gate_scans (
    list_id INTEGER NOT NULL REFERENCES gate_lists (id),
    nonce TEXT NOT NULL,
    device TEXT NOT NULL,
    registration_id INTEGER REFERENCES registrations (id),
    outcome TEXT NOT NULL CONSTRAINT gate_scan_outcome_known CHECK (outcome IN (
        'admitted', 'clash', 'replaced', 'ended', 'unknown')),
    scanned_at INTEGER NOT NULL,
    other_account_id INTEGER REFERENCES accounts (id),
    other_at INTEGER,
    brought_by INTEGER NOT NULL REFERENCES accounts (id),
    brought_at INTEGER NOT NULL,
    PRIMARY KEY (list_id, nonce),
    CONSTRAINT gate_clash_says_with_whom CHECK ((outcome = 'clash') = (other_at IS NOT NULL))
) STRICT;
CREATE INDEX gate_scans_by_registration ON gate_scans (registration_id);
CREATE INDEX gate_scans_not_admitted ON gate_scans (list_id, brought_at) WHERE outcome <> 'admitted';
