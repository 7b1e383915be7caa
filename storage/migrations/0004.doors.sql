-- People whom an organiser has listed, and the door on the web: personal links and who is signed in.
-- depends: 0003.life-of-a-samling

ALTER TABLE membership ADD COLUMN listed INTEGER NOT NULL DEFAULT 0;

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
