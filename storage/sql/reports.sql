-- name: of(programme, party, milestone)^
SELECT * FROM report
WHERE programme = :programme AND party = :party AND milestone = :milestone;

-- name: every(programme)
SELECT * FROM report WHERE programme = :programme ORDER BY milestone, party;

-- name: before(programme, milestone)
SELECT * FROM report WHERE programme = :programme AND milestone = :milestone ORDER BY party;

-- name: first(id, programme, party, milestone, said_at, late)!
INSERT INTO report (id, programme, party, milestone, version, delivered_at, late)
VALUES (:id, :programme, :party, :milestone, 1, :said_at, :late);

-- name: next_version(id, version)!
UPDATE report SET version = :version, withdrawn_at = NULL WHERE id = :id;

-- name: withdraw(id, now)!
UPDATE report SET withdrawn_at = :now WHERE id = :id;

-- name: keep_version(report, version, said_at, by, on_behalf)!
INSERT INTO report_version (report, version, said_at, by, on_behalf)
VALUES (:report, :version, :said_at, :by, :on_behalf);

-- name: versions(report)
SELECT version, said_at, by, on_behalf FROM report_version
WHERE report = :report ORDER BY version;

-- name: keep_answer(report, version, position, key, wording, value, shown, sort)!
INSERT INTO report_answer (report, version, position, key, wording, value, shown, sort)
VALUES (:report, :version, :position, :key, :wording, :value, :shown, :sort);

-- name: answers(report, version)
SELECT key, wording, value, shown, sort FROM report_answer
WHERE report = :report AND version = :version ORDER BY position;
