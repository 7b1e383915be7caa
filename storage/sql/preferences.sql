-- name: of(person)^
SELECT * FROM preference WHERE person = :person;

-- name: keep(person, hour, days, paused_until, feed)!
INSERT INTO preference (person, hour, days, paused_until, feed)
VALUES (:person, :hour, :days, :paused_until, :feed)
ON CONFLICT (person) DO UPDATE SET hour = excluded.hour, days = excluded.days,
    paused_until = excluded.paused_until, feed = excluded.feed;

-- name: hours()
SELECT DISTINCT hour FROM preference WHERE hour IS NOT NULL ORDER BY hour;
