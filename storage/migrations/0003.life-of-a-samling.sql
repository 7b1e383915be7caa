-- Who comes to a samling and who was there, how each person wants to be reminded, and changes that
-- are told once.
-- depends: 0002.work-between

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

ALTER TABLE membership ADD COLUMN duty TEXT;

ALTER TABLE push_part ADD COLUMN snoozed_until TEXT;

-- The day that it was about as it was told: what moved since is told of anew.
ALTER TABLE push_part ADD COLUMN day TEXT;
