-- The whole schema as the migrations leave it: to read, and to hold the migrations against.

CREATE TABLE house (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE programme (
    id TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT;

CREATE TABLE programme_version (
    programme TEXT NOT NULL REFERENCES programme (id),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    applied_at TEXT NOT NULL,
    PRIMARY KEY (programme, version)
) STRICT;

CREATE TABLE milestone (
    programme TEXT NOT NULL REFERENCES programme (id),
    id TEXT NOT NULL,
    removed_at TEXT,
    PRIMARY KEY (programme, id)
) STRICT;

CREATE TABLE team (
    programme TEXT NOT NULL REFERENCES programme (id),
    id TEXT NOT NULL,
    generation INTEGER NOT NULL DEFAULT 1,
    withdrawn_at TEXT,
    PRIMARY KEY (programme, id)
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT,
    language TEXT,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE address (
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    unreachable_since TEXT,
    PRIMARY KEY (door, key)
) STRICT;

CREATE INDEX address_person ON address (person);

CREATE TABLE membership (
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    programme TEXT NOT NULL REFERENCES programme (id),
    role TEXT NOT NULL CHECK (role IN ('participant', 'facilitator', 'organiser', 'observer')),
    team TEXT,
    job TEXT,
    joined_at TEXT NOT NULL,
    duty TEXT,
    listed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person, programme, role),
    FOREIGN KEY (programme, team) REFERENCES team (programme, id)
) STRICT;

CREATE INDEX membership_team ON membership (programme, team);

CREATE TABLE invitation (
    hash TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id),
    role TEXT NOT NULL CHECK (role IN ('facilitator', 'organiser')),
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

CREATE TABLE guess (
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;

CREATE INDEX guess_at ON guess (at);
CREATE INDEX guess_address ON guess (door, key, at);

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id),
    version INTEGER NOT NULL,
    form TEXT NOT NULL,
    party TEXT NOT NULL,
    about TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
    started_by TEXT REFERENCES person (id) ON DELETE SET NULL,
    started_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    UNIQUE (programme, form, party, about)
) STRICT;

CREATE TABLE answer (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'given', 'skipped')),
    value TEXT,
    revision INTEGER NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    said_at TEXT NOT NULL,
    PRIMARY KEY (draft, key)
) STRICT;

CREATE TABLE answer_message (
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    message TEXT NOT NULL,
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    PRIMARY KEY (door, key, message)
) STRICT;

CREATE INDEX answer_message_draft ON answer_message (draft);

CREATE TABLE offer (
    id TEXT PRIMARY KEY,
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    value TEXT NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE CASCADE,
    said_at TEXT NOT NULL
) STRICT;

CREATE INDEX offer_draft ON offer (draft);

CREATE TABLE seat (
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    speaker TEXT NOT NULL,
    programme TEXT REFERENCES programme (id),
    draft TEXT REFERENCES draft (id) ON DELETE SET NULL,
    question TEXT,
    revision INTEGER,
    waiting TEXT,
    PRIMARY KEY (door, key, speaker)
) STRICT;

CREATE TABLE report (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    party TEXT NOT NULL,
    milestone TEXT NOT NULL,
    version INTEGER NOT NULL,
    delivered_at TEXT NOT NULL,
    late INTEGER NOT NULL CHECK (late IN (0, 1)),
    withdrawn_at TEXT,
    UNIQUE (programme, party, milestone),
    FOREIGN KEY (programme, milestone) REFERENCES milestone (programme, id)
) STRICT;

CREATE TABLE report_version (
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    said_at TEXT NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    on_behalf INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (report, version)
) STRICT;

CREATE TABLE report_answer (
    report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    wording TEXT NOT NULL,
    value TEXT,
    shown TEXT NOT NULL,
    sort TEXT NOT NULL DEFAULT 'question',
    PRIMARY KEY (report, version, key)
) STRICT;

CREATE TABLE reflected (
    programme TEXT NOT NULL,
    milestone TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    PRIMARY KEY (programme, milestone, person),
    FOREIGN KEY (programme, milestone) REFERENCES milestone (programme, id)
) STRICT;

-- Anonymous answers: no time, team or person, and an order that says nothing of who was first.
CREATE TABLE reflection (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    milestone TEXT NOT NULL,
    question TEXT NOT NULL,
    wording TEXT NOT NULL,
    shown TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX reflection_milestone ON reflection (programme, milestone);

CREATE TABLE signed_reflection (
    programme TEXT NOT NULL,
    milestone TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    team TEXT,
    question TEXT NOT NULL,
    wording TEXT NOT NULL,
    shown TEXT NOT NULL,
    PRIMARY KEY (programme, milestone, person, question)
) STRICT;

CREATE TABLE broadcast (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id),
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    audience TEXT NOT NULL,
    text TEXT NOT NULL,
    file TEXT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'sending', 'done', 'stopped', 'dropped')),
    created_at TEXT NOT NULL,
    confirmed_at TEXT,
    counted TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE file (
    id TEXT PRIMARY KEY,
    hash TEXT,
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER NOT NULL,
    source TEXT,
    ref TEXT,
    added_at TEXT NOT NULL
) STRICT;

CREATE TABLE file_cache (
    file TEXT NOT NULL REFERENCES file (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    ref TEXT NOT NULL,
    PRIMARY KEY (file, source)
) STRICT;

CREATE TABLE inbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    update_id TEXT NOT NULL,
    payload TEXT,
    screened INTEGER NOT NULL DEFAULT 0,
    received_at TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'settled', 'parked')),
    tries INTEGER NOT NULL DEFAULT 0,
    door TEXT,
    key TEXT,
    reason TEXT,
    UNIQUE (source, update_id)
) STRICT;

CREATE INDEX inbox_new ON inbox (position) WHERE state = 'new';
CREATE INDEX inbox_address ON inbox (door, key);

CREATE TABLE push (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    local_date TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (person, local_date)
) STRICT;

CREATE TABLE push_part (
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    programme TEXT NOT NULL REFERENCES programme (id),
    kind TEXT NOT NULL,
    milestone TEXT NOT NULL,
    occasion TEXT NOT NULL,
    push TEXT NOT NULL REFERENCES push (id) ON DELETE CASCADE,
    spoken INTEGER NOT NULL CHECK (spoken IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'owed' CHECK (state IN ('owed', 'told', 'moot')),
    snoozed_until TEXT,
    day TEXT,
    PRIMARY KEY (person, programme, kind, milestone, occasion)
) STRICT;

CREATE INDEX push_part_push ON push_part (push);

CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    door TEXT NOT NULL,
    key TEXT NOT NULL,
    priority INTEGER NOT NULL,
    verb TEXT NOT NULL CHECK (verb IN ('send', 'edit', 'delete', 'react', 'menu')),
    text TEXT NOT NULL,
    buttons TEXT NOT NULL,
    file TEXT REFERENCES file (id),
    language TEXT NOT NULL,
    silent INTEGER NOT NULL CHECK (silent IN (0, 1)),
    dedupe_key TEXT NOT NULL UNIQUE,
    not_before TEXT NOT NULL,
    stale_after TEXT NOT NULL,
    about TEXT NOT NULL,
    target_row INTEGER REFERENCES outbox (position),
    target_message TEXT,
    push TEXT REFERENCES push (id) ON DELETE SET NULL,
    fleeting INTEGER NOT NULL CHECK (fleeting IN (0, 1)),
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sending', 'sent', 'moot', 'stale', 'failed')),
    reason TEXT,
    message TEXT,
    tries INTEGER NOT NULL DEFAULT 0,
    ended_at TEXT
) STRICT;

CREATE INDEX outbox_waiting ON outbox (priority, position) WHERE state = 'waiting';
CREATE INDEX outbox_lane ON outbox (door, key, priority, position)
    WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_about ON outbox (about);
CREATE INDEX outbox_target ON outbox (target_row) WHERE target_row IS NOT NULL;
CREATE INDEX outbox_message ON outbox (door, key, message);
CREATE INDEX outbox_address ON outbox (door, key, position);

CREATE TABLE task (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    arguments TEXT NOT NULL,
    not_before TEXT NOT NULL,
    tries INTEGER NOT NULL DEFAULT 0,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
    reason TEXT
) STRICT;

CREATE INDEX task_waiting ON task (not_before) WHERE state = 'waiting';

CREATE TABLE deed (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    programme TEXT,
    person TEXT REFERENCES person (id) ON DELETE SET NULL,
    what TEXT NOT NULL,
    about TEXT NOT NULL
) STRICT;

CREATE TABLE aim (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id),
    party TEXT NOT NULL,
    number INTEGER NOT NULL,
    wording TEXT NOT NULL,
    state TEXT CHECK (state IN ('not-started', 'under-way', 'partly', 'reached')),
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    closed_at TEXT,
    UNIQUE (programme, party, number)
) STRICT;

CREATE TABLE measure (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id),
    party TEXT NOT NULL,
    number INTEGER NOT NULL,
    aim TEXT REFERENCES aim (id),
    wording TEXT NOT NULL,
    state TEXT CHECK (state IN ('not-started', 'under-way', 'slow', 'done', 'dropped')),
    note TEXT,
    due TEXT,
    responsible TEXT,
    UNIQUE (programme, party, number)
) STRICT;

-- What became of an aim or a measure: exactly one of the two is named.
CREATE TABLE work_change (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    aim TEXT REFERENCES aim (id) ON DELETE CASCADE,
    measure TEXT REFERENCES measure (id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    was TEXT,
    now TEXT,
    at TEXT NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE SET NULL
) STRICT;

CREATE INDEX work_change_aim ON work_change (aim);
CREATE INDEX work_change_measure ON work_change (measure);

-- A call for help, and whether somebody has answered it.
CREATE TABLE plea (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL REFERENCES programme (id),
    party TEXT NOT NULL,
    about TEXT NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    raised_at TEXT NOT NULL,
    answered_by TEXT REFERENCES person (id) ON DELETE SET NULL,
    answered_at TEXT
) STRICT;

CREATE INDEX plea_party ON plea (programme, party, about);

-- How far a facilitator thinks that a party has come; the party sees it first.
CREATE TABLE assessment (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    party TEXT NOT NULL,
    milestone TEXT NOT NULL,
    score TEXT NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    said_at TEXT NOT NULL,
    talked_at TEXT,
    UNIQUE (programme, party, milestone),
    FOREIGN KEY (programme, milestone) REFERENCES milestone (programme, id)
) STRICT;

CREATE TABLE attachment (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    file TEXT NOT NULL REFERENCES file (id),
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (draft, file)
) STRICT;

CREATE TABLE sign_up (
    programme TEXT NOT NULL,
    milestone TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    answer TEXT NOT NULL CHECK (answer IN ('coming', 'not-coming', 'substitute', 'unsure')),
    asked_for TEXT NOT NULL,
    days TEXT NOT NULL,
    lunch INTEGER CHECK (lunch IN (0, 1)),
    dinner INTEGER CHECK (dinner IN (0, 1)),
    overnight INTEGER CHECK (overnight IN (0, 1)),
    said_at TEXT NOT NULL,
    PRIMARY KEY (programme, milestone, person),
    FOREIGN KEY (programme, milestone) REFERENCES milestone (programme, id)
) STRICT;

CREATE TABLE presence (
    programme TEXT NOT NULL,
    milestone TEXT NOT NULL,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL CHECK (state IN ('here', 'absent')),
    said_at TEXT NOT NULL,
    PRIMARY KEY (programme, milestone, person),
    FOREIGN KEY (programme, milestone) REFERENCES milestone (programme, id)
) STRICT;

CREATE TABLE preference (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    hour TEXT,
    days TEXT,
    paused_until TEXT,
    feed INTEGER NOT NULL DEFAULT 1
) STRICT;

-- What has changed and is still to be told, or was: ``was`` is how it stood when people last knew.
CREATE TABLE notice (
    id TEXT PRIMARY KEY,
    programme TEXT NOT NULL,
    milestone TEXT NOT NULL,
    was TEXT NOT NULL,
    made_at TEXT NOT NULL,
    not_before TEXT NOT NULL,
    by TEXT REFERENCES person (id) ON DELETE SET NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'telling', 'told', 'dropped')),
    told_to TEXT NOT NULL DEFAULT '',
    told_at TEXT,
    FOREIGN KEY (programme, milestone) REFERENCES milestone (programme, id)
) STRICT;

CREATE INDEX notice_open ON notice (not_before) WHERE state IN ('waiting', 'telling');

-- A link that lets one person in, once; with a mail address, it also proves that it is theirs.
CREATE TABLE pass (
    hash TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    mail TEXT,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;

CREATE INDEX pass_person ON pass (person);

-- Who is signed in at an address of the door "page", on which browser.
CREATE TABLE session (
    hash TEXT PRIMARY KEY,
    key TEXT NOT NULL,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;

CREATE INDEX session_key ON session (key);

-- A mail address that somebody gave, until they have opened the link that was sent there.
CREATE TABLE mail_claim (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    mail TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;

-- A programme that somebody sent in as a file, until they have said yes or no to what it changes.
CREATE TABLE proposal (
    person TEXT PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
    programme TEXT NOT NULL,
    seen INTEGER NOT NULL,
    body TEXT NOT NULL,
    made_at TEXT NOT NULL
) STRICT;
