-- Consents in depth: what holds each one in place, what is waited for, what was entered by mistake, what was resolved.

-- One row for each consent. It refers to all that makes the consent a proof, so that neither a change nor a deletion
-- of any of it is possible in any database that keeps foreign keys. Only a reason may be forgotten.
CREATE TABLE consent_seals (
    consent_id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    consent_text_id INTEGER NOT NULL,
    text_sha256 TEXT NOT NULL,
    giver TEXT NOT NULL,
    decision TEXT NOT NULL,
    level TEXT NOT NULL,
    route TEXT NOT NULL,
    language TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    CONSTRAINT consent_is_append_only FOREIGN KEY (consent_id, participant_id, event_id, consent_text_id, text_sha256,
        giver, decision, level, route, language, decided_at, entered_at)
        REFERENCES consents (id, participant_id, event_id, consent_text_id, text_sha256, giver, decision, level, route,
        language, decided_at, entered_at)
) STRICT;

-- What staff entered by mistake and took back at once: the consent stays, and counts no more.
CREATE TABLE consent_voids (
    consent_id INTEGER PRIMARY KEY REFERENCES consents (id),
    voided_by INTEGER NOT NULL REFERENCES accounts (id),
    voided_at INTEGER NOT NULL
) STRICT;

-- What keeps a registration from being confirmed, or marks a confirmed one: newer words, or guardians who differ.
CREATE TABLE consent_holds (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    kind TEXT NOT NULL CONSTRAINT consent_hold_kind_known CHECK (kind IN ('renewal', 'dispute')),
    was_confirmed INTEGER NOT NULL CONSTRAINT consent_hold_confirmed_or_not CHECK (was_confirmed IN (0, 1)),
    opened_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    passed_at INTEGER,
    closed_at INTEGER,
    CONSTRAINT consent_hold_passed_when_due CHECK (passed_at IS NULL OR passed_at >= due_at)
) STRICT;
CREATE UNIQUE INDEX consent_hold_open_once ON consent_holds (registration_id, kind) WHERE closed_at IS NULL;
CREATE INDEX consent_holds_due ON consent_holds (due_at) WHERE closed_at IS NULL AND passed_at IS NULL;

-- What a person on the staff settled between guardians who differ; it stands for the answers up to upto_id.
CREATE TABLE consent_resolutions (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    consent_text_id INTEGER NOT NULL REFERENCES consent_texts (id),
    decision TEXT NOT NULL CONSTRAINT consent_resolution_known CHECK (decision IN ('given', 'refused')),
    level TEXT NOT NULL DEFAULT '',
    upto_id INTEGER NOT NULL REFERENCES consents (id),
    reason TEXT,
    resolved_by INTEGER NOT NULL REFERENCES accounts (id),
    resolved_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_resolutions_by_participant ON consent_resolutions (participant_id);
