-- name: mint(hash, programme, role, expires_at)!
INSERT INTO invitation (hash, programme, role, expires_at)
VALUES (:hash, :programme, :role, :expires_at);

-- name: find(hash)^
SELECT * FROM invitation WHERE hash = :hash;

-- name: use(hash, now)!
UPDATE invitation SET used_at = :now WHERE hash = :hash AND used_at IS NULL;

-- name: guessed(door, key, now)!
INSERT INTO guess (door, key, at) VALUES (:door, :key, :now);

-- name: guesses_of(door, key, since)
SELECT at FROM guess WHERE door = :door AND key = :key AND at > :since ORDER BY at;

-- name: guesses_in_all(since)^
SELECT COUNT(*) FROM guess WHERE at > :since;

-- name: forget_guesses(before)!
DELETE FROM guess WHERE at < :before;
