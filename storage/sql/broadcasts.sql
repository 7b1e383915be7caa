-- name: add(id, programme, by, audience, text, file, now)!
INSERT INTO broadcast (id, programme, by, audience, text, file, state, created_at)
VALUES (:id, :programme, :by, :audience, :text, :file, 'draft', :now);

-- name: find(id)^
SELECT * FROM broadcast WHERE id = :id;

-- name: aim(id, audience)!
UPDATE broadcast SET audience = :audience WHERE id = :id AND state = 'draft';

-- name: reword(id, text)!
UPDATE broadcast SET text = :text WHERE id = :id AND state = 'draft';

-- name: confirm(id, now)!
UPDATE broadcast SET state = 'sending', confirmed_at = :now WHERE id = :id AND state = 'draft';

-- name: end(id, state)!
UPDATE broadcast SET state = :state WHERE id = :id;

-- name: count(id, counted)!
UPDATE broadcast SET counted = :counted WHERE id = :id;

-- name: under_way()
SELECT * FROM broadcast WHERE state = 'sending' ORDER BY confirmed_at, id;

-- name: by_person(person)
SELECT * FROM broadcast WHERE by = :person ORDER BY created_at;
