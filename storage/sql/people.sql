-- name: add(id, name, language, now)!
INSERT INTO person (id, name, language, created_at) VALUES (:id, :name, :language, :now);

-- name: find(id)^
SELECT id, name, language FROM person WHERE id = :id;

-- name: at(door, key)^
SELECT person.id, person.name, person.language
FROM address JOIN person ON person.id = address.person
WHERE address.door = :door AND address.key = :key;

-- name: name(id, name)!
UPDATE person SET name = :name WHERE id = :id;

-- name: speak(id, language)!
UPDATE person SET language = :language WHERE id = :id;

-- name: erase(id)!
DELETE FROM person WHERE id = :id;

-- name: live_at(door, key, person)!
INSERT INTO address (door, key, person, unreachable_since) VALUES (:door, :key, :person, NULL)
ON CONFLICT (door, key) DO UPDATE SET person = excluded.person, unreachable_since = NULL;

-- name: addresses(person)
SELECT * FROM address WHERE person = :person ORDER BY door, key;

-- name: drop_address(door, key)!
DELETE FROM address WHERE door = :door AND key = :key;

-- name: unreachable(door, key, now)!
UPDATE address SET unreachable_since = :now
WHERE door = :door AND key = :key AND unreachable_since IS NULL;

-- name: reachable(door, key)!
UPDATE address SET unreachable_since = NULL
WHERE door = :door AND key = :key AND unreachable_since IS NOT NULL;

-- name: vacate(door, key, comes)!
DELETE FROM address WHERE door = :door AND key = :key AND EXISTS (
    SELECT 1 FROM address AS coming WHERE coming.door = :door AND coming.key = :comes);

-- name: move(door, key, new_key)!
UPDATE address SET key = :new_key WHERE door = :door AND key = :key;

-- name: join_programme(person, programme, role, team, job, now, listed)!
INSERT INTO membership (person, programme, role, team, job, joined_at, listed)
VALUES (:person, :programme, :role, :team, :job, :now, :listed)
ON CONFLICT (person, programme, role)
DO UPDATE SET team = excluded.team, job = excluded.job, listed = excluded.listed;

-- name: come_in(person)!
UPDATE membership SET listed = 0 WHERE person = :person AND listed = 1;

-- name: lay_down(programme, team, duty)!
UPDATE membership SET duty = NULL WHERE programme = :programme AND team = :team AND duty = :duty;

-- name: take_up(person, programme, duty)!
UPDATE membership SET duty = :duty
WHERE person = :person AND programme = :programme AND role = 'participant';

-- name: leave_programme(person, programme, role)!
DELETE FROM membership WHERE person = :person AND programme = :programme AND role = :role;

-- name: memberships(person)
SELECT * FROM membership WHERE person = :person ORDER BY joined_at, programme, role;

-- name: members(programme)
SELECT * FROM membership WHERE programme = :programme ORDER BY joined_at, person, role;

-- name: team_members(programme, team)
SELECT * FROM membership
WHERE programme = :programme AND team = :team AND role = 'participant'
ORDER BY joined_at, person;

-- name: people_of(programme)
SELECT DISTINCT person.id, person.name, person.language
FROM membership JOIN person ON person.id = membership.person
WHERE membership.programme = :programme
ORDER BY person.id;

-- name: reachable_in(programme)
SELECT DISTINCT address.person
FROM membership JOIN address ON address.person = membership.person
WHERE membership.programme = :programme AND address.unreachable_since IS NULL
  AND (address.door NOT IN ('page', 'mail') OR (
    address.door = 'mail'
    AND EXISTS (SELECT 1 FROM house WHERE house.name = 'mail' AND house.value = 'on')
    AND EXISTS (
        SELECT 1 FROM address AS page
        WHERE page.person = address.person AND page.door = 'page'
          AND page.unreachable_since IS NULL)));

-- name: slice_after(after, most)
SELECT id, name, language FROM person WHERE id > :after ORDER BY id LIMIT :most;

-- name: work_of(programme, party)^
SELECT (SELECT COUNT(*) FROM report WHERE programme = :programme AND party = :party)
     + (SELECT COUNT(*) FROM aim WHERE programme = :programme AND party = :party)
     + (SELECT COUNT(*) FROM measure WHERE programme = :programme AND party = :party)
     + (SELECT COUNT(*) FROM assessment WHERE programme = :programme AND party = :party);

-- name: hand_on_reports(programme, was, becomes)!
UPDATE report SET party = :becomes WHERE programme = :programme AND party = :was;

-- name: hand_on_aims(programme, was, becomes)!
UPDATE aim SET party = :becomes WHERE programme = :programme AND party = :was;

-- name: hand_on_measures(programme, was, becomes)!
UPDATE measure SET party = :becomes WHERE programme = :programme AND party = :was;

-- name: hand_on_pleas(programme, was, becomes)!
UPDATE plea SET party = :becomes WHERE programme = :programme AND party = :was;

-- name: hand_on_assessments(programme, was, becomes)!
UPDATE assessment SET party = :becomes WHERE programme = :programme AND party = :was;

-- name: hand_on_drafts(programme, was, becomes)!
UPDATE draft SET party = :becomes
WHERE programme = :programme AND party = :was AND form = 'report' AND NOT EXISTS (
    SELECT 1 FROM draft AS theirs
    WHERE theirs.programme = draft.programme AND theirs.form = draft.form
      AND theirs.about = draft.about AND theirs.party = :becomes);
