-- name: raise_plea(id, programme, party, about, by, at)!
INSERT INTO plea (id, programme, party, about, by, raised_at)
VALUES (:id, :programme, :party, :about, :by, :at);

-- name: plea(id)^
SELECT * FROM plea WHERE id = :id;

-- name: pleas(programme)
SELECT * FROM plea WHERE programme = :programme ORDER BY raised_at, id;

-- name: pleas_about(programme, party, about)
SELECT * FROM plea
WHERE programme = :programme AND party = :party AND about = :about ORDER BY raised_at, id;

-- name: answer_plea(id, by, at)!
UPDATE plea SET answered_by = :by, answered_at = :at WHERE id = :id;

-- name: assess(id, programme, party, milestone, score, by, at)!
INSERT INTO assessment (id, programme, party, milestone, score, by, said_at)
VALUES (:id, :programme, :party, :milestone, :score, :by, :at)
ON CONFLICT (programme, party, milestone) DO UPDATE SET
    score = excluded.score, by = excluded.by, said_at = excluded.said_at, talked_at = NULL,
    id = excluded.id;

-- name: assessment(id)^
SELECT * FROM assessment WHERE id = :id;

-- name: assessment_of(programme, party, milestone)^
SELECT * FROM assessment
WHERE programme = :programme AND party = :party AND milestone = :milestone;

-- name: assessments(programme)
SELECT * FROM assessment WHERE programme = :programme ORDER BY milestone, party;

-- name: talked(id, at)!
UPDATE assessment SET talked_at = :at WHERE id = :id;
