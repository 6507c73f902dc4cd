-- The first schema. Instants are microseconds since 1970 in UTC (_at), dates are ISO text (_on),
-- localized texts and other documents are JSON text. Every rule that must hold has a constraint with a name.

-- ── What Telegram sent ──────────────────────────────────────────────────────────────────────────
CREATE TABLE inbox (
    update_id INTEGER PRIMARY KEY,
    chat_id INTEGER,
    kind TEXT NOT NULL,
    raw TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'received'
        CONSTRAINT inbox_state_known CHECK (state IN ('received', 'effected', 'done', 'skipped', 'quarantined')),
    attempts INTEGER NOT NULL DEFAULT 0,
    error TEXT,
    received_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX inbox_unfinished ON inbox (update_id) WHERE state IN ('received', 'effected');

-- ── People ──────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    telegram_id INTEGER NOT NULL CONSTRAINT account_once UNIQUE,
    display_name TEXT NOT NULL,
    search_name TEXT NOT NULL DEFAULT '',
    language TEXT CONSTRAINT account_language_known CHECK (language IN ('kk', 'ru', 'en')),
    reach TEXT NOT NULL DEFAULT 'reachable'
        CONSTRAINT account_reach_known CHECK (reach IN ('reachable', 'blocked', 'deactivated')),
    phone TEXT,
    place TEXT NOT NULL DEFAULT 'home',
    place_args TEXT NOT NULL DEFAULT '{}',
    met_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;

CREATE TABLE participants (
    id INTEGER PRIMARY KEY,
    account_id INTEGER CONSTRAINT participant_account_once UNIQUE REFERENCES accounts (id),
    full_name TEXT NOT NULL,
    search_name TEXT NOT NULL,
    born_on TEXT,
    phone TEXT,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX participants_by_name ON participants (search_name);

-- ── Programmes, events, streams, quotas, timetable: all data ────────────────────────────────────
CREATE TABLE programmes (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL CONSTRAINT programme_code_once UNIQUE,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    operator TEXT NOT NULL,
    loaded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE org_units (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    parent_id INTEGER REFERENCES org_units (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    search_text TEXT NOT NULL,
    position INTEGER NOT NULL,
    CONSTRAINT org_unit_code_once UNIQUE (programme_id, code)
) STRICT;
CREATE INDEX org_units_by_parent ON org_units (parent_id, position);

CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    code TEXT NOT NULL CONSTRAINT event_code_once UNIQUE,
    season TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    place TEXT NOT NULL,
    card TEXT NOT NULL,
    timezone TEXT NOT NULL,
    audience TEXT NOT NULL CONSTRAINT event_audience_known CHECK (audience IN ('minors', 'adults')),
    mode TEXT NOT NULL CONSTRAINT event_mode_known CHECK (
        mode IN ('review', 'scores', 'lottery', 'first_come')),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    edits_until TEXT,
    offer_hours INTEGER CONSTRAINT event_offer_hours_positive CHECK (offer_hours > 0),
    reminders TEXT NOT NULL,
    filed_reminders TEXT NOT NULL DEFAULT '',
    selection TEXT NOT NULL DEFAULT '{}',
    filed_mode TEXT NOT NULL DEFAULT '',
    consent_rules TEXT NOT NULL DEFAULT '{}',
    filed_days TEXT NOT NULL DEFAULT '',
    gates TEXT NOT NULL DEFAULT '[]',
    is_hidden INTEGER NOT NULL DEFAULT 0 CONSTRAINT event_hidden_or_not CHECK (is_hidden IN (0, 1)),
    CONSTRAINT event_dates_in_order CHECK (starts_on <= ends_on AND opens_on <= closes_on)
) STRICT;
CREATE INDEX events_by_programme ON events (programme_id);

CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    code TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    capacity INTEGER NOT NULL CONSTRAINT stream_capacity_positive CHECK (capacity > 0),
    filed_capacity INTEGER NOT NULL DEFAULT 0,
    filed_days TEXT NOT NULL DEFAULT '',
    stage TEXT NOT NULL DEFAULT 'open'
        CONSTRAINT stream_stage_known CHECK (stage IN ('open', 'drawing', 'chosen')),
    recall_on TEXT,
    CONSTRAINT stream_code_once UNIQUE (event_id, code)
) STRICT;

-- A seat is a row: registration N+1 has no seat to point at, whoever writes the SQL.
CREATE TABLE seats (
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    number INTEGER NOT NULL CONSTRAINT seat_number_positive CHECK (number > 0),
    is_free INTEGER NOT NULL DEFAULT 1 CONSTRAINT seat_free_or_not CHECK (is_free IN (0, 1)),
    PRIMARY KEY (stream_id, number)
) STRICT;
CREATE INDEX seats_free ON seats (stream_id, number) WHERE is_free = 1;

CREATE TABLE quotas (
    id INTEGER PRIMARY KEY,
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    unit_id INTEGER NOT NULL REFERENCES org_units (id),
    above_id INTEGER REFERENCES quotas (id),
    capacity INTEGER NOT NULL,
    taken INTEGER NOT NULL DEFAULT 0,
    recall_on TEXT,
    is_recalled INTEGER NOT NULL DEFAULT 0 CONSTRAINT quota_recalled_or_not CHECK (is_recalled IN (0, 1)),
    changed_at INTEGER,
    CONSTRAINT quota_once UNIQUE (stream_id, unit_id),
    CONSTRAINT quota_not_oversold CHECK (taken >= 0 AND taken <= capacity)
) STRICT;
CREATE INDEX quotas_by_above ON quotas (above_id);
CREATE INDEX quotas_by_unit ON quotas (unit_id);

CREATE TABLE form_versions (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    published_at INTEGER NOT NULL,
    published_by INTEGER REFERENCES accounts (id),
    is_from_file INTEGER NOT NULL DEFAULT 1 CONSTRAINT form_version_from_file_or_not CHECK (is_from_file IN (0, 1)),
    asks_registered INTEGER NOT NULL DEFAULT 0
        CONSTRAINT form_version_asks_registered_or_not CHECK (asks_registered IN (0, 1)),
    asks_after INTEGER,
    CONSTRAINT form_version_once UNIQUE (event_id, number)
) STRICT;

CREATE TABLE consent_texts (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    purpose TEXT NOT NULL,
    version INTEGER NOT NULL,
    is_required INTEGER NOT NULL CONSTRAINT consent_text_required_or_not CHECK (is_required IN (0, 1)),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    levels TEXT NOT NULL DEFAULT '[]',
    change TEXT,
    sha256 TEXT NOT NULL,
    CONSTRAINT consent_text_once UNIQUE (event_id, purpose, version),
    CONSTRAINT consent_text_with_fingerprint UNIQUE (id, sha256)
) STRICT;

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    stream_id INTEGER REFERENCES streams (id),
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    place TEXT NOT NULL,
    speaker TEXT,
    held_on TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    capacity INTEGER,
    taken INTEGER NOT NULL DEFAULT 0,
    squads TEXT NOT NULL DEFAULT '', -- «,3,5,»: the ids of the squads it is for; empty: everybody of the stream
    filed TEXT NOT NULL DEFAULT '',
    revision INTEGER NOT NULL DEFAULT 0,
    is_cancelled INTEGER NOT NULL DEFAULT 0 CONSTRAINT session_cancelled_or_not CHECK (is_cancelled IN (0, 1)),
    CONSTRAINT session_code_once UNIQUE (event_id, code),
    CONSTRAINT session_ends_after_start CHECK (ends_at > starts_at),
    CONSTRAINT session_not_oversold CHECK (taken >= 0 AND (capacity IS NULL OR taken <= capacity))
) STRICT;
CREATE INDEX sessions_by_start ON sessions (starts_at);
CREATE INDEX sessions_by_day ON sessions (event_id, held_on);

-- ── Registering ─────────────────────────────────────────────────────────────────────────────────
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    event_id INTEGER NOT NULL REFERENCES events (id),
    form_version_id INTEGER NOT NULL REFERENCES form_versions (id),
    question TEXT,
    revision INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'open'
        CONSTRAINT draft_state_known CHECK (state IN ('open', 'supplementing', 'submitted', 'cancelled')),
    on_behalf TEXT NOT NULL DEFAULT 'own'
        CONSTRAINT draft_on_behalf_known CHECK (on_behalf IN ('own', 'child', 'pupil')),
    started_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_open_once ON drafts (account_id, event_id) WHERE state = 'open' AND on_behalf = 'own';
CREATE INDEX drafts_by_account ON drafts (account_id);

CREATE TABLE answers (
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    question TEXT NOT NULL,
    value TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (draft_id, question)
) STRICT;

CREATE TABLE guardian_links (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    relation TEXT CONSTRAINT guardian_link_relation_known CHECK (relation IN (
        'mother', 'father', 'grandparent', 'guardian', 'sibling_adult', 'other')),
    is_primary INTEGER NOT NULL DEFAULT 0
        CONSTRAINT guardian_link_primary_or_not CHECK (is_primary IN (0, 1)),
    may_decide INTEGER NOT NULL DEFAULT 1
        CONSTRAINT guardian_link_may_decide_or_not CHECK (may_decide IN (0, 1)),
    may_know INTEGER NOT NULL DEFAULT 1
        CONSTRAINT guardian_link_may_know_or_not CHECK (may_know IN (0, 1)),
    limited_by INTEGER REFERENCES accounts (id),
    limited_at INTEGER,
    limit_reason TEXT,
    confirmed_at INTEGER NOT NULL,
    ended_at INTEGER,
    CONSTRAINT guardian_link_decides_knowing CHECK (may_know = 1 OR may_decide = 0),
    CONSTRAINT guardian_link_limit_whole CHECK ((may_decide = 1) = (limited_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX guardian_link_once ON guardian_links (participant_id, account_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX guardian_link_one_primary ON guardian_links (participant_id)
    WHERE ended_at IS NULL AND is_primary = 1;
CREATE INDEX guardian_links_by_account ON guardian_links (account_id);

-- A guardian who signed on paper or spoke by phone, as staff wrote down; need not have a Telegram account.
CREATE TABLE consent_signers (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    full_name TEXT NOT NULL,
    relation TEXT NOT NULL,
    phone TEXT NOT NULL,
    entered_at INTEGER NOT NULL
) STRICT;
CREATE INDEX consent_signers_by_participant ON consent_signers (participant_id);

-- Append-only: a change of mind is a new row; what makes a row a proof is held in place by consent_seals.
-- `giver` says again in one word who decided, so that it can be held in place although it is one of two columns.
CREATE TABLE consents (
    id INTEGER PRIMARY KEY,
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    event_id INTEGER NOT NULL REFERENCES events (id),
    consent_text_id INTEGER NOT NULL REFERENCES consent_texts (id),
    text_sha256 TEXT NOT NULL,
    account_id INTEGER REFERENCES accounts (id),
    signer_id INTEGER REFERENCES consent_signers (id),
    entered_by INTEGER REFERENCES accounts (id),
    giver TEXT NOT NULL,
    decision TEXT NOT NULL CONSTRAINT consent_decision_known CHECK (decision IN ('given', 'refused', 'withdrawn')),
    level TEXT NOT NULL DEFAULT '',
    reason TEXT,
    route TEXT NOT NULL CONSTRAINT consent_route_known CHECK (route IN ('chat', 'paper', 'phone')),
    language TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    entered_at INTEGER NOT NULL,
    CONSTRAINT consent_exact_text FOREIGN KEY (consent_text_id, text_sha256) REFERENCES consent_texts (id, sha256),
    CONSTRAINT consent_chat_has_its_account CHECK ((route = 'chat') = (account_id IS NOT NULL)),
    CONSTRAINT consent_other_route_has_its_signer CHECK ((route = 'chat') = (signer_id IS NULL)),
    CONSTRAINT consent_other_route_was_entered CHECK ((route = 'chat') = (entered_by IS NULL)),
    CONSTRAINT consent_giver_agrees CHECK (giver = CASE
        WHEN account_id IS NOT NULL THEN 'account:' || account_id
        ELSE 'signer:' || signer_id || ':entered:' || entered_by END),
    CONSTRAINT consent_decided_before_entered CHECK (decided_at <= entered_at),
    CONSTRAINT consent_with_decision UNIQUE (id, decision),
    CONSTRAINT consent_whole UNIQUE (id, participant_id, event_id, consent_text_id, text_sha256, giver, decision, level,
        route, language, decided_at, entered_at)
) STRICT;
CREATE INDEX consents_by_participant ON consents (participant_id, event_id);

CREATE TABLE registrations (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    stream_id INTEGER NOT NULL REFERENCES streams (id),
    participant_id INTEGER NOT NULL REFERENCES participants (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    form_version_id INTEGER NOT NULL REFERENCES form_versions (id),
    unit_id INTEGER REFERENCES org_units (id),
    status TEXT NOT NULL CONSTRAINT registration_status_known CHECK (status IN (
        'awaiting_guardian', 'pending', 'returned', 'confirmed', 'waitlisted', 'offered', 'declined', 'refused',
        'cancelled')),
    on_behalf TEXT NOT NULL DEFAULT 'own'
        CONSTRAINT registration_on_behalf_known CHECK (on_behalf IN ('own', 'child', 'pupil')),
    acted_by INTEGER REFERENCES accounts (id),
    seat_number INTEGER,
    needs_consent INTEGER NOT NULL CONSTRAINT registration_needs_consent_or_not CHECK (needs_consent IN (0, 1)),
    consent_id INTEGER,
    consent_decision TEXT CONSTRAINT registration_consent_is_given CHECK (consent_decision = 'given'),
    reason TEXT,
    revision INTEGER NOT NULL DEFAULT 0,
    submitted_at INTEGER NOT NULL,
    queued_at INTEGER,
    offered_until INTEGER,
    rests INTEGER NOT NULL DEFAULT 0,
    changed_at INTEGER NOT NULL,
    CONSTRAINT registration_rests_only_waiting CHECK (rests = 0 OR (rests = 1 AND status = 'waitlisted')),
    CONSTRAINT registration_acting_whole CHECK ((on_behalf = 'own') = (acted_by IS NULL)),
    CONSTRAINT registration_has_a_seat FOREIGN KEY (stream_id, seat_number) REFERENCES seats (stream_id, number),
    CONSTRAINT registration_seat_once UNIQUE (stream_id, seat_number),
    CONSTRAINT registration_status_and_seat_agree CHECK (
        (status IN ('awaiting_guardian', 'pending', 'returned', 'confirmed', 'offered')) = (seat_number IS NOT NULL)),
    CONSTRAINT registration_offer_has_its_deadline CHECK ((status = 'offered') = (offered_until IS NOT NULL)),
    CONSTRAINT registration_consent_exists FOREIGN KEY (consent_id, consent_decision)
        REFERENCES consents (id, decision),
    CONSTRAINT registration_consent_whole CHECK ((consent_id IS NULL) = (consent_decision IS NULL)),
    CONSTRAINT registration_confirmed_with_consent CHECK (
        status <> 'confirmed' OR needs_consent = 0 OR consent_id IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX registration_active_once ON registrations (event_id, participant_id)
    WHERE status NOT IN ('declined', 'refused', 'cancelled');
CREATE INDEX registrations_by_stream ON registrations (stream_id, status, id);
CREATE INDEX registrations_waiting ON registrations (stream_id, COALESCE(queued_at, submitted_at), id)
    WHERE status = 'waitlisted' AND rests = 0;
CREATE INDEX registrations_offered ON registrations (offered_until, id) WHERE offered_until IS NOT NULL;
CREATE INDEX registrations_by_account ON registrations (account_id);
CREATE INDEX registrations_by_participant ON registrations (participant_id);

CREATE TABLE registration_quotas (
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    quota_id INTEGER NOT NULL REFERENCES quotas (id),
    PRIMARY KEY (registration_id, quota_id)
) STRICT;

CREATE TABLE call_requests (
    id INTEGER PRIMARY KEY,
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    asked_at INTEGER NOT NULL,
    closed_at INTEGER,
    closed_by INTEGER REFERENCES accounts (id)
) STRICT;
CREATE UNIQUE INDEX call_request_open_once ON call_requests (registration_id, account_id) WHERE closed_at IS NULL;

CREATE TABLE session_seats (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    registration_id INTEGER NOT NULL REFERENCES registrations (id),
    taken_at INTEGER NOT NULL,
    PRIMARY KEY (session_id, registration_id)
) STRICT;

-- ── Access ──────────────────────────────────────────────────────────────────────────────────────
CREATE TABLE grants (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL CONSTRAINT grant_role_known CHECK (
        role IN ('owner', 'organizer', 'viewer', 'checker', 'coordinator', 'leader')),
    programme_id INTEGER REFERENCES programmes (id),
    event_id INTEGER REFERENCES events (id),
    unit_id INTEGER REFERENCES org_units (id),
    granted_by INTEGER REFERENCES accounts (id),
    granted_at INTEGER NOT NULL,
    expires_at INTEGER,
    revoked_at INTEGER,
    CONSTRAINT grant_coordinator_has_a_unit CHECK (role <> 'coordinator' OR unit_id IS NOT NULL),
    CONSTRAINT grant_owner_is_unlimited CHECK (role <> 'owner' OR (event_id IS NULL AND unit_id IS NULL)),
    CONSTRAINT grant_part_is_of_a_programme CHECK (
        programme_id IS NOT NULL OR (event_id IS NULL AND unit_id IS NULL))
) STRICT;
CREATE INDEX grants_by_account ON grants (account_id) WHERE revoked_at IS NULL;

-- Single-use deep links; only a hash of the secret is kept.
CREATE TABLE links (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CONSTRAINT link_kind_known CHECK (kind IN ('guardian', 'takeover', 'staff', 'speaker')),
    token_hash TEXT NOT NULL CONSTRAINT link_token_once UNIQUE,
    registration_id INTEGER REFERENCES registrations (id),
    role TEXT,
    programme_id INTEGER REFERENCES programmes (id),
    event_id INTEGER REFERENCES events (id),
    unit_id INTEGER REFERENCES org_units (id),
    role_ends_at INTEGER,
    created_by INTEGER NOT NULL REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by INTEGER REFERENCES accounts (id),
    used_at INTEGER,
    revoked_at INTEGER,
    CONSTRAINT link_has_its_subject CHECK (
        (kind IN ('guardian', 'takeover') AND registration_id IS NOT NULL) OR (kind = 'staff' AND role IS NOT NULL)
        OR kind = 'speaker'),
    CONSTRAINT link_use_whole CHECK ((used_by IS NULL) = (used_at IS NULL))
) STRICT;
CREATE INDEX links_by_registration ON links (registration_id);

-- ── What people are told ────────────────────────────────────────────────────────────────────────
CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY,
    programme_id INTEGER NOT NULL REFERENCES programmes (id),
    author_id INTEGER NOT NULL REFERENCES accounts (id),
    texts TEXT NOT NULL DEFAULT '{}',
    photo TEXT,
    album TEXT NOT NULL DEFAULT '[]',
    document TEXT,
    links TEXT NOT NULL DEFAULT '[]',
    audience TEXT NOT NULL DEFAULT '{}',
    may_fall_back INTEGER NOT NULL DEFAULT 0 CONSTRAINT broadcast_may_fall_back_or_not CHECK (may_fall_back IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'composing' CONSTRAINT broadcast_state_known CHECK (state IN (
        'composing', 'scheduled', 'sending', 'paused', 'stopped', 'sent', 'cancelled', 'removing', 'removed')),
    is_emergency INTEGER NOT NULL DEFAULT 0 CONSTRAINT broadcast_emergency_or_not CHECK (is_emergency IN (0, 1)),
    asks_reply INTEGER NOT NULL DEFAULT 0 CONSTRAINT broadcast_asks_reply_or_not CHECK (asks_reply IN (0, 1)),
    repeat_after INTEGER CONSTRAINT broadcast_repeat_after_hours CHECK (repeat_after BETWEEN 1 AND 48),
    plan TEXT,
    joins_until INTEGER,
    repeated_at INTEGER,
    escalated_at INTEGER,
    revision INTEGER NOT NULL DEFAULT 0,
    sender_id INTEGER REFERENCES accounts (id),
    send_at INTEGER,
    recipients INTEGER,
    progress_message_id INTEGER,
    edition INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    finished_at INTEGER,
    reported_at INTEGER,
    CONSTRAINT broadcast_emergency_asks_reply CHECK (is_emergency = 0 OR asks_reply = 1),
    CONSTRAINT broadcast_has_its_sender CHECK (
        state IN ('composing', 'cancelled') OR (sender_id IS NOT NULL AND send_at IS NOT NULL)),
    CONSTRAINT broadcast_begun_has_recipients CHECK (
        state IN ('composing', 'cancelled', 'scheduled') OR recipients IS NOT NULL)
) STRICT;
CREATE INDEX broadcasts_by_programme ON broadcasts (programme_id, id);
CREATE INDEX broadcasts_active ON broadcasts (state) WHERE state IN ('scheduled', 'sending', 'paused');
CREATE INDEX broadcasts_joinable ON broadcasts (joins_until) WHERE joins_until IS NOT NULL;
CREATE INDEX broadcasts_asking ON broadcasts (id) WHERE asks_reply = 1 AND escalated_at IS NULL;
CREATE INDEX broadcasts_unreported ON broadcasts (id) WHERE send_at IS NOT NULL AND reported_at IS NULL;

-- Whoever made a registration and still may act for it: not a guardian whose link ended or who may not know.
CREATE VIEW acting AS
SELECT r.id AS registration_id, r.participant_id, r.account_id FROM registrations r
WHERE NOT EXISTS (
    SELECT 1 FROM guardian_links g WHERE g.participant_id = r.participant_id AND g.account_id = r.account_id)
OR EXISTS (
    SELECT 1 FROM guardian_links g WHERE g.participant_id = r.participant_id AND g.account_id = r.account_id
    AND g.ended_at IS NULL AND g.may_know = 1);

-- Who is told what a participant is told: the participant; without an account the guardians who may know; without
-- those whoever acts for them.
CREATE VIEW listening AS
SELECT r.id AS registration_id, p.account_id, 1 AS is_own
FROM registrations r JOIN participants p ON p.id = r.participant_id WHERE p.account_id IS NOT NULL
UNION ALL
SELECT r.id AS registration_id, g.account_id, 0 AS is_own
FROM registrations r
JOIN participants p ON p.id = r.participant_id AND p.account_id IS NULL
JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1
UNION ALL
SELECT r.id AS registration_id, a.account_id, 0 AS is_own
FROM registrations r
JOIN participants p ON p.id = r.participant_id AND p.account_id IS NULL
JOIN acting a ON a.registration_id = r.id
WHERE NOT EXISTS (
    SELECT 1 FROM guardian_links g
    WHERE g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1);

-- Whom an announcement may reach: each registration's student (or who listens for one without an account) and those
-- guardians who may know, as accounts.
CREATE VIEW family AS
SELECT e.programme_id, r.event_id, r.stream_id, r.unit_id, r.status, r.id AS registration_id, r.participant_id, 'student' AS role,
    l.account_id, CASE WHEN l.is_own = 1 THEN p.full_name END AS full_name
FROM registrations r
JOIN events e ON e.id = r.event_id
JOIN participants p ON p.id = r.participant_id
JOIN listening l ON l.registration_id = r.id
UNION ALL
SELECT e.programme_id, r.event_id, r.stream_id, r.unit_id, r.status, r.id AS registration_id, r.participant_id, 'guardian' AS role,
    g.account_id, NULL AS full_name
FROM registrations r
JOIN events e ON e.id = r.event_id
JOIN guardian_links g ON g.participant_id = r.participant_id AND g.ended_at IS NULL AND g.may_know = 1;

-- Whoever was a guardian and belongs to no family any more, nor to the staff: their link ended or they may not know.
CREATE VIEW strangers AS
SELECT DISTINCT g.account_id FROM guardian_links g
WHERE (g.ended_at IS NOT NULL OR g.may_know = 0)
    AND NOT EXISTS (SELECT 1 FROM family f WHERE f.account_id = g.account_id)
    AND NOT EXISTS (SELECT 1 FROM grants s WHERE s.account_id = g.account_id AND s.revoked_at IS NULL);

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id),
    priority INTEGER NOT NULL CONSTRAINT outbox_priority_known CHECK (priority BETWEEN 0 AND 3),
    template TEXT NOT NULL,
    data TEXT NOT NULL DEFAULT '{}',
    broadcast_id INTEGER REFERENCES broadcasts (id),
    about_id INTEGER REFERENCES outbox (id),
    edition INTEGER NOT NULL DEFAULT 0,
    digest_id INTEGER REFERENCES outbox (id),
    state TEXT NOT NULL DEFAULT 'due' CONSTRAINT outbox_state_known CHECK (state IN (
        'due', 'sending', 'sent', 'unreachable', 'unknown', 'failed', 'expired', 'stopped', 'held', 'kept')),
    not_before INTEGER NOT NULL,
    not_after INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    lost_replies INTEGER NOT NULL DEFAULT 0,
    has_older INTEGER NOT NULL DEFAULT 0 CONSTRAINT outbox_has_older_or_not CHECK (has_older IN (0, 1)),
    lease_until INTEGER,
    message_id INTEGER,
    more_ids TEXT,
    error TEXT,
    dedup_key TEXT CONSTRAINT outbox_once UNIQUE,
    created_at INTEGER NOT NULL,
    finished_at INTEGER
) STRICT;
CREATE INDEX outbox_due ON outbox (priority, not_before, id) WHERE state = 'due';
CREATE INDEX outbox_held ON outbox (account_id, not_before) WHERE state = 'held';
CREATE INDEX outbox_sending ON outbox (lease_until) WHERE state = 'sending';
CREATE INDEX outbox_tried ON outbox (account_id, priority) WHERE state = 'due' AND error IS NOT NULL;
CREATE INDEX outbox_by_broadcast ON outbox (broadcast_id, state);
CREATE INDEX outbox_about ON outbox (about_id) WHERE about_id IS NOT NULL;

-- One row for each reminder that became due: it never fires twice, and a late one is recorded.
CREATE TABLE reminder_runs (
    event_id INTEGER NOT NULL REFERENCES events (id),
    rule TEXT NOT NULL,
    subject TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    ran_at INTEGER NOT NULL,
    outcome TEXT NOT NULL CONSTRAINT reminder_outcome_known CHECK (outcome IN ('sent', 'expired')),
    recipients INTEGER NOT NULL,
    PRIMARY KEY (event_id, rule, subject)
) STRICT;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    account_id INTEGER REFERENCES accounts (id),
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    data TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX audit_by_subject ON audit (subject, subject_id);

-- Pictures that Telegram already keeps, so that a card is uploaded once.
CREATE TABLE pictures (
    code TEXT PRIMARY KEY,
    file_id TEXT NOT NULL,
    kept_at INTEGER NOT NULL
) STRICT;
