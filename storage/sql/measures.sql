-- name: aims(programme, party)
SELECT * FROM aim WHERE programme = :programme AND party = :party ORDER BY number;

-- name: aim(id)^
SELECT * FROM aim WHERE id = :id;

-- name: measures(programme, party)
SELECT * FROM measure WHERE programme = :programme AND party = :party ORDER BY number;

-- name: measure(id)^
SELECT * FROM measure WHERE id = :id;

-- name: next_aim(programme, party)^
SELECT COALESCE(MAX(number), 0) + 1 FROM aim WHERE programme = :programme AND party = :party;

-- name: next_measure(programme, party)^
SELECT COALESCE(MAX(number), 0) + 1 FROM measure
WHERE programme = :programme AND party = :party;

-- name: add_aim(id, programme, party, number, wording, given)!
INSERT INTO aim (id, programme, party, number, wording, given)
VALUES (:id, :programme, :party, :number, :wording, :given);

-- name: add_measure(id, programme, party, number, aim, wording)!
INSERT INTO measure (id, programme, party, number, aim, wording)
VALUES (:id, :programme, :party, :number, :aim, :wording);

-- name: set_aim(id, wording, state, closed_at)!
UPDATE aim SET wording = :wording, state = :state, closed_at = :closed_at WHERE id = :id;

-- name: set_measure(id, aim, wording, state, note, due, responsible)!
UPDATE measure SET
    aim = :aim, wording = :wording, state = :state, note = :note, due = :due,
    responsible = :responsible
WHERE id = :id;

-- name: note(aim, measure, what, was, now, at, by)!
INSERT INTO work_change (aim, measure, what, was, now, at, by)
VALUES (:aim, :measure, :what, :was, :now, :at, :by);

-- name: changes_of_aim(aim)
SELECT aim, measure, what, was, now, at, by FROM work_change WHERE aim = :aim ORDER BY position;

-- name: changes_of_measure(measure)
SELECT aim, measure, what, was, now, at, by FROM work_change
WHERE measure = :measure ORDER BY position;

-- name: changes(programme, party)
SELECT c.aim, c.measure, c.what, c.was, c.now, c.at, c.by
FROM work_change AS c
LEFT JOIN aim ON aim.id = c.aim
LEFT JOIN measure ON measure.id = c.measure
WHERE COALESCE(aim.programme, measure.programme) = :programme
    AND COALESCE(aim.party, measure.party) = :party
ORDER BY c.position;
