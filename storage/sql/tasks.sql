-- name: add(id, kind, arguments, not_before)!
INSERT INTO task (id, kind, arguments, not_before)
VALUES (:id, :kind, :arguments, :not_before)
ON CONFLICT (id) DO NOTHING;

-- name: due(now, most)
SELECT id, kind, arguments, tries FROM task
WHERE state = 'waiting' AND not_before <= :now ORDER BY not_before, id LIMIT :most;

-- name: waiting(id)^
SELECT COUNT(*) FROM task WHERE id = :id AND state = 'waiting';

-- name: how_many_due(now)^
SELECT COUNT(*) FROM task WHERE state = 'waiting' AND not_before <= :now;

-- name: end(id, state, reason)!
UPDATE task SET state = :state, reason = :reason WHERE id = :id;

-- name: begin(id, lease_until)!
UPDATE task SET tries = tries + 1, not_before = :lease_until WHERE id = :id;

-- name: wait(id, not_before)!
UPDATE task SET not_before = :not_before WHERE id = :id;

-- name: end_leases(now)!
UPDATE task SET not_before = :now WHERE state = 'waiting' AND tries > 0 AND not_before > :now;
