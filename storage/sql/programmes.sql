-- name: find(id)^
SELECT programme.id, programme.version, programme_version.body
FROM programme
JOIN programme_version
  ON programme_version.programme = programme.id
 AND programme_version.version = programme.version
WHERE programme.id = :id;

-- name: every()
SELECT programme.id, programme.version, programme_version.body
FROM programme
JOIN programme_version
  ON programme_version.programme = programme.id
 AND programme_version.version = programme.version
ORDER BY programme.id;

-- name: versions(id)
SELECT programme AS id, version, body, applied_at FROM programme_version
WHERE programme = :id ORDER BY version;

-- name: stand_at(id, version)!
INSERT INTO programme (id, version) VALUES (:id, :version)
ON CONFLICT (id) DO UPDATE SET version = excluded.version;

-- name: keep_version(programme, version, body, applied_at)!
INSERT INTO programme_version (programme, version, body, applied_at)
VALUES (:programme, :version, :body, :applied_at);

-- name: place_milestone(programme, id)!
INSERT INTO milestone (programme, id, removed_at) VALUES (:programme, :id, NULL)
ON CONFLICT (programme, id) DO UPDATE SET removed_at = NULL;

-- name: remove_milestone(programme, id, now)!
UPDATE milestone SET removed_at = :now
WHERE programme = :programme AND id = :id AND removed_at IS NULL;

-- name: milestones(programme)
SELECT id FROM milestone WHERE programme = :programme AND removed_at IS NULL;

-- name: place_team(programme, id)!
INSERT INTO team (programme, id, withdrawn_at) VALUES (:programme, :id, NULL)
ON CONFLICT (programme, id) DO UPDATE SET withdrawn_at = NULL;

-- name: withdraw_team(programme, id, now)!
UPDATE team SET withdrawn_at = :now
WHERE programme = :programme AND id = :id AND withdrawn_at IS NULL;

-- name: teams(programme)
SELECT * FROM team WHERE programme = :programme AND withdrawn_at IS NULL ORDER BY id;

-- name: renew_team(programme, id)!
UPDATE team SET generation = generation + 1 WHERE programme = :programme AND id = :id;

-- name: propose(person, programme, seen, body, now)!
INSERT INTO proposal (person, programme, seen, body, made_at)
VALUES (:person, :programme, :seen, :body, :now)
ON CONFLICT (person) DO UPDATE SET programme = excluded.programme, seen = excluded.seen,
    body = excluded.body, made_at = excluded.made_at;

-- name: proposal(person)^
SELECT * FROM proposal WHERE person = :person;

-- name: drop_proposal(person)!
DELETE FROM proposal WHERE person = :person;

-- name: forget_proposals(before)!
DELETE FROM proposal WHERE made_at < :before;
