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
UPDATE report SET version = :version WHERE id = :id;

-- name: keep_version(report, version, said_at, by)!
INSERT INTO report_version (report, version, said_at, by)
VALUES (:report, :version, :said_at, :by);

-- name: keep_answer(report, version, position, key, wording, value, shown)!
INSERT INTO report_answer (report, version, position, key, wording, value, shown)
VALUES (:report, :version, :position, :key, :wording, :value, :shown);

-- name: answers(report, version)
SELECT key, wording, value, shown FROM report_answer
WHERE report = :report AND version = :version ORDER BY position;
