-- name: mint(hash, person, mail, now, expires_at)!
INSERT INTO pass (hash, person, mail, made_at, expires_at)
VALUES (:hash, :person, :mail, :now, :expires_at);

-- name: find_pass(hash)^
SELECT * FROM pass WHERE hash = :hash;

-- name: use_pass(hash, now)!
UPDATE pass SET used_at = :now, mail = NULL
WHERE hash = :hash AND used_at IS NULL AND expires_at > :now;

-- name: void_passes(person, now)!
UPDATE pass SET expires_at = :now, mail = NULL
WHERE person = :person AND used_at IS NULL AND expires_at > :now;

-- name: forget_passes(before)!
DELETE FROM pass WHERE expires_at < :before;

-- name: sign_in(hash, key, label, now, expires_at)!
INSERT INTO session (hash, key, label, made_at, seen_at, expires_at)
VALUES (:hash, :key, :label, :now, :now, :expires_at);

-- name: session(hash)^
SELECT * FROM session WHERE hash = :hash;

-- name: sessions_at(key)
SELECT * FROM session WHERE key = :key ORDER BY made_at, hash;

-- name: seen(hash, now, expires_at)!
UPDATE session SET seen_at = :now, expires_at = :expires_at WHERE hash = :hash;

-- name: sign_out(hash)!
DELETE FROM session WHERE hash = :hash;

-- name: sign_out_all(key)!
DELETE FROM session WHERE key = :key;

-- name: forget_sessions(before)!
DELETE FROM session WHERE expires_at < :before;

-- name: claim(person, mail, now)!
INSERT INTO mail_claim (person, mail, made_at) VALUES (:person, :mail, :now)
ON CONFLICT (person) DO UPDATE SET mail = excluded.mail, made_at = excluded.made_at;

-- name: claim_of(person)^
SELECT mail FROM mail_claim WHERE person = :person;

-- name: claimed_by(mail)
SELECT person FROM mail_claim WHERE mail = :mail ORDER BY made_at DESC, person;

-- name: drop_claim(person)!
DELETE FROM mail_claim WHERE person = :person;

-- name: forget_claims(before)!
DELETE FROM mail_claim WHERE made_at < :before;
