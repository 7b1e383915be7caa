-- name: mark(programme, milestone, person)!
INSERT INTO reflected (programme, milestone, person) VALUES (:programme, :milestone, :person)
ON CONFLICT (programme, milestone, person) DO NOTHING;

-- name: marked(programme, milestone, person)^
SELECT COUNT(*) FROM reflected
WHERE programme = :programme AND milestone = :milestone AND person = :person;

-- name: how_many(programme, milestone)^
SELECT COUNT(*) FROM reflected WHERE programme = :programme AND milestone = :milestone;

-- name: of_person(person)
SELECT programme, milestone FROM reflected WHERE person = :person ORDER BY programme, milestone;

-- name: keep_unsigned(id, programme, milestone, question, wording, shown)!
INSERT INTO reflection (id, programme, milestone, question, wording, shown)
VALUES (:id, :programme, :milestone, :question, :wording, :shown);

-- name: unsigned_after(programme, milestone)
SELECT milestone, question, wording, shown FROM reflection
WHERE programme = :programme AND milestone = :milestone;

-- name: take_unsigned_out(programme, milestone)!
DELETE FROM reflection WHERE programme = :programme AND milestone = :milestone;

-- name: take_signed_out(programme, milestone, person)!
DELETE FROM signed_reflection
WHERE programme = :programme AND milestone = :milestone AND person = :person;

-- name: signed_after(programme, milestone, person)
SELECT milestone, question, wording, shown FROM signed_reflection
WHERE programme = :programme AND milestone = :milestone AND person = :person
ORDER BY question;

-- name: keep_signed(programme, milestone, person, team, question, wording, shown)!
INSERT INTO signed_reflection (programme, milestone, person, team, question, wording, shown)
VALUES (:programme, :milestone, :person, :team, :question, :wording, :shown)
ON CONFLICT (programme, milestone, person, question) DO UPDATE SET
    wording = excluded.wording, shown = excluded.shown;

-- name: unsigned(programme)
SELECT milestone, question, wording, shown FROM reflection
WHERE programme = :programme ORDER BY milestone, question, shown;

-- name: signed(programme)
SELECT milestone, question, wording, shown FROM signed_reflection
WHERE programme = :programme ORDER BY milestone, question, shown;
