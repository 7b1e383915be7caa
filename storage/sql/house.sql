-- name: value(name)^
SELECT value FROM house WHERE name = :name;

-- name: keep(name, value)!
INSERT INTO house (name, value) VALUES (:name, :value)
ON CONFLICT (name) DO UPDATE SET value = excluded.value;
