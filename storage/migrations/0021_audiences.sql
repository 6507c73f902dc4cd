-- Audiences that were given a name, as what they are chosen by: who fits is looked up anew whenever one is used.
CREATE TABLE saved_audiences (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    made_by INTEGER NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL CONSTRAINT saved_audience_has_a_name CHECK (name <> ''),
    audience TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    dropped_at INTEGER
) STRICT;
CREATE INDEX saved_audiences_by_programme ON saved_audiences (programme_id, id) WHERE dropped_at IS NULL;
