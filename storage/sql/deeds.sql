-- name: note(at, programme, person, what, about)!
INSERT INTO deed (at, programme, person, what, about)
VALUES (:at, :programme, :person, :what, :about);

-- name: by_person(person)
SELECT at, programme, what, about FROM deed WHERE person = :person ORDER BY position;
