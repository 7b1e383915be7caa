-- Aims and measures with their history, calls for help, scores, attachments, and what a delivered
-- report has to say of itself: withdrawn, delivered on a team's behalf, what kind each answer is.
-- depends: 0001.first

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

ALTER TABLE report ADD COLUMN withdrawn_at TEXT;
-- Without a CHECK: SQLite then reads every row at once, and yoyo prints what it reads.
ALTER TABLE report_version ADD COLUMN on_behalf INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report_answer ADD COLUMN sort TEXT NOT NULL DEFAULT 'question';

-- What was written of aims and measures when they were texts is proposed where they are asked for
-- now, one a line; not where the programme's file has a question of that key itself.
UPDATE answer SET key = '-aims', state = 'open', revision = revision + 1
WHERE key = 'delmal' AND value IS NOT NULL AND draft IN (
    SELECT draft.id FROM draft
    JOIN programme ON programme.id = draft.programme
    JOIN programme_version AS now ON now.programme = programme.id AND now.version = programme.version
    WHERE draft.form = 'report' AND replace(now.body, '"delmal"', '') = now.body
);

UPDATE answer SET key = '-new', state = 'open', revision = revision + 1
WHERE key = 'tiltak' AND value IS NOT NULL AND draft IN (
    SELECT draft.id FROM draft
    JOIN programme ON programme.id = draft.programme
    JOIN programme_version AS now ON now.programme = programme.id AND now.version = programme.version
    WHERE draft.form = 'report' AND replace(now.body, '"tiltak"', '') = now.body
);
