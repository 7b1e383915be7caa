-- name: add(id, programme, milestone, was, made_at, not_before, by)!
INSERT INTO notice (id, programme, milestone, was, made_at, not_before, by)
VALUES (:id, :programme, :milestone, :was, :made_at, :not_before, :by);

-- name: of_programme(programme)
SELECT * FROM notice WHERE programme = :programme AND state <> 'dropped'
ORDER BY made_at, id;

-- name: due(now)
SELECT * FROM notice
WHERE state IN ('waiting', 'telling') AND not_before <= :now ORDER BY not_before, id;

-- name: next_due(now)^
SELECT MIN(not_before) FROM notice WHERE state = 'waiting' AND not_before > :now;

-- name: of_milestone(programme, milestone)
SELECT * FROM notice WHERE programme = :programme AND milestone = :milestone
ORDER BY made_at, id;

-- name: postpone(id, not_before)!
UPDATE notice SET not_before = :not_before WHERE id = :id AND state = 'waiting';

-- name: told_up_to(id, person)!
UPDATE notice SET state = 'telling', told_to = :person WHERE id = :id;

-- name: end(id, state, now)!
UPDATE notice SET state = :state, told_at = :now, told_to = '' WHERE id = :id;
