-- Care for data: what the purge has done, who may read health answers, and indexes for both.
CREATE TABLE purge_runs (
    id INTEGER PRIMARY KEY,
    ran_at INTEGER NOT NULL,
    counts TEXT NOT NULL,
    overdue INTEGER NOT NULL CONSTRAINT purge_run_overdue_counted CHECK (overdue >= 0)
) STRICT;
CREATE INDEX purge_runs_by_time ON purge_runs (ran_at);

CREATE TABLE medics (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    granted_by INTEGER NOT NULL REFERENCES accounts (id),
    granted_at INTEGER NOT NULL,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX medic_once ON medics (account_id, programme_id) WHERE revoked_at IS NULL;

-- Sealed answers, by the key that sealed them.
CREATE INDEX answers_sealed ON answers (substr(value, 1, 9), draft_id, question) WHERE substr(value, 1, 1) = '~';

CREATE INDEX drafts_by_form ON drafts (form_version_id);
CREATE INDEX registrations_by_form ON registrations (form_version_id);
CREATE INDEX outbox_kept ON outbox (finished_at) WHERE finished_at IS NOT NULL AND data <> '{}';
