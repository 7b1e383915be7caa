-- name: add(id, person, local_date, now)!
INSERT INTO push (id, person, local_date, made_at) VALUES (:id, :person, :local_date, :now);

-- name: find(id)^
SELECT * FROM push WHERE id = :id;

-- name: days_since(person, since)
SELECT local_date FROM push WHERE person = :person AND local_date >= :since ORDER BY local_date;

-- name: add_part(person, programme, kind, milestone, occasion, push, spoken, day)!
INSERT INTO push_part (person, programme, kind, milestone, occasion, push, spoken, day)
VALUES (:person, :programme, :kind, :milestone, :occasion, :push, :spoken, :day)
ON CONFLICT (person, programme, kind, milestone, occasion)
DO UPDATE SET push = excluded.push, spoken = excluded.spoken, state = 'owed', day = excluded.day,
              snoozed_until = NULL;

-- name: parts_told(person)
SELECT * FROM push_part WHERE person = :person ORDER BY programme, kind, milestone, occasion;

-- name: parts(push)
SELECT * FROM push_part WHERE push = :push ORDER BY programme, kind, milestone, occasion;

-- name: end_parts(push, state)!
UPDATE push_part SET state = :state WHERE push = :push AND state = 'owed';

-- name: moot(programme, kind, milestone, person)!
UPDATE push_part SET state = 'moot'
WHERE programme = :programme AND kind = :kind AND milestone = :milestone
  AND person = :person AND state = 'owed';

-- name: of_person(person)
SELECT * FROM push WHERE person = :person ORDER BY local_date;

-- name: unsaid(person)
SELECT DISTINCT push.id FROM push
JOIN outbox ON outbox.dedupe_key IN ('push:' || push.id, 'push:' || push.id || ':mail')
WHERE push.person = :person
  AND (outbox.state IN ('moot', 'stale')
    OR outbox.reason IN ('it is not known whether it arrived', 'nobody is there'));

-- name: heard(person)
SELECT part.programme, part.kind, part.milestone, part.occasion, part.snoozed_until, part.day,
       push.local_date
FROM push_part AS part
JOIN push ON push.id = part.push
WHERE part.person = :person AND part.state <> 'moot' AND NOT EXISTS (
    SELECT 1 FROM outbox WHERE outbox.dedupe_key IN ('push:' || push.id, 'push:' || push.id || ':mail')
      AND (outbox.state IN ('moot', 'stale')
        OR outbox.reason IN ('it is not known whether it arrived', 'nobody is there')))
ORDER BY part.programme, part.kind, part.milestone, part.occasion;

-- name: spent(person, since, today)
SELECT push.local_date FROM push
WHERE push.person = :person AND push.local_date >= :since
  AND (push.local_date = :today OR NOT EXISTS (
    SELECT 1 FROM outbox WHERE outbox.dedupe_key IN ('push:' || push.id, 'push:' || push.id || ':mail')
      AND (outbox.state IN ('moot', 'stale')
        OR outbox.reason IN ('it is not known whether it arrived', 'nobody is there'))))
ORDER BY push.local_date;

-- name: snooze(push, until)!
UPDATE push_part SET snoozed_until = :until
WHERE push = :push AND spoken = 1 AND state = 'told';
