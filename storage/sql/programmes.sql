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
