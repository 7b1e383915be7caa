-- name: store(source, update_id, payload, screened, door, key, now)!
INSERT INTO inbox (source, update_id, payload, screened, door, key, received_at)
VALUES (:source, :update_id, :payload, :screened, :door, :key, :now)
ON CONFLICT (source, update_id) DO NOTHING;

-- name: new(after, most)
SELECT position, source, update_id, payload, screened, received_at, state, tries,
       door, key
FROM inbox WHERE state = 'new' AND position > :after ORDER BY position LIMIT :most;

-- name: how_many_new()^
SELECT COUNT(*) FROM inbox WHERE state = 'new';

-- name: settle(position)!
UPDATE inbox SET state = 'settled' WHERE position = :position;

-- name: try_again(position)!
UPDATE inbox SET tries = tries + 1 WHERE position = :position;

-- name: untry(position)!
UPDATE inbox SET tries = tries - 1 WHERE position = :position;

-- name: park(position, reason)!
UPDATE inbox SET state = 'parked', reason = :reason WHERE position = :position;

-- name: parked()
SELECT position, source, update_id, payload, screened, received_at, state, tries,
       door, key
FROM inbox WHERE state = 'parked' ORDER BY position;

-- name: blank_one(source, update_id)!
UPDATE inbox SET payload = NULL WHERE source = :source AND update_id = :update_id;

-- name: blank_since(door, key, since)!
UPDATE inbox SET payload = NULL
WHERE door = :door AND key = :key AND received_at >= :since AND payload IS NOT NULL
  AND state <> 'new';

-- name: blank_old(before)!
UPDATE inbox SET payload = NULL
WHERE state = 'settled' AND received_at < :before AND payload IS NOT NULL;

-- name: forget_settled(before)!
DELETE FROM inbox WHERE state = 'settled' AND received_at < :before;

-- name: forget_address(door, key)!
UPDATE inbox SET payload = NULL, door = NULL, key = NULL WHERE door = :door AND key = :key;

-- name: held_on(door, key)
SELECT position, source, update_id, payload, screened, received_at, state, tries,
       door, key
FROM inbox WHERE door = :door AND key = :key AND payload IS NOT NULL ORDER BY position;

-- name: new_at(door, key)^
SELECT COUNT(*) FROM inbox WHERE door = :door AND key = :key AND state = 'new';

-- name: came(source, update_id)^
SELECT COUNT(*) FROM inbox WHERE source = :source AND update_id = :update_id;
