-- name: owe(door, key, priority, verb, text, buttons, file, language, silent, dedupe_key, not_before, stale_after, about, target_row, target_message, push, fleeting)^
INSERT INTO outbox (
    door, key, priority, verb, text, buttons, file, language, silent, dedupe_key,
    not_before, stale_after, about, target_row, target_message, push, fleeting
) VALUES (
    :door, :key, :priority, :verb, :text, :buttons, :file, :language, :silent, :dedupe_key,
    :not_before, :stale_after, :about, :target_row, :target_message, :push, :fleeting
)
ON CONFLICT (dedupe_key) DO NOTHING
RETURNING position;

-- name: find(position)^
SELECT * FROM outbox WHERE position = :position;

-- name: keyed(dedupe_key)^
SELECT * FROM outbox WHERE dedupe_key = :dedupe_key;

-- name: of_message(door, key, message)^
SELECT * FROM outbox
WHERE door = :door AND key = :key AND message = :message AND verb = 'send'
ORDER BY position DESC LIMIT 1;

-- name: newest(door, key)^
SELECT * FROM outbox
WHERE door = :door AND key = :key AND verb = 'send' AND state IN ('waiting', 'sending', 'sent')
ORDER BY position DESC LIMIT 1;

-- name: ready(now, most)
SELECT waiting.* FROM outbox AS waiting
WHERE waiting.state = 'waiting' AND waiting.not_before <= :now AND waiting.stale_after >= :now
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS earlier
    WHERE earlier.door = waiting.door AND earlier.key = waiting.key
      AND earlier.priority = waiting.priority AND earlier.position < waiting.position
      AND earlier.state IN ('waiting', 'sending')
      AND (earlier.not_before <= :now OR earlier.reason IS NOT NULL))
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS target
    WHERE target.position = waiting.target_row AND target.state IN ('waiting', 'sending'))
ORDER BY waiting.priority, waiting.position
LIMIT :most;

-- name: ready_at(door, now, most)
SELECT waiting.* FROM outbox AS waiting
WHERE waiting.state = 'waiting' AND waiting.not_before <= :now AND waiting.stale_after >= :now
  AND waiting.door = :door
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS earlier
    WHERE earlier.door = waiting.door AND earlier.key = waiting.key
      AND earlier.priority = waiting.priority AND earlier.position < waiting.position
      AND earlier.state IN ('waiting', 'sending')
      AND (earlier.not_before <= :now OR earlier.reason IS NOT NULL))
  AND NOT EXISTS (
    SELECT 1 FROM outbox AS target
    WHERE target.position = waiting.target_row AND target.state IN ('waiting', 'sending'))
ORDER BY waiting.priority, waiting.position
LIMIT :most;

-- name: next_due(now)^
SELECT MIN(not_before) FROM outbox WHERE state = 'waiting' AND not_before > :now;

-- name: how_many_under_way()^
SELECT COUNT(*) FROM outbox WHERE state = 'sending';

-- name: take(position)!
UPDATE outbox SET state = 'sending' WHERE position = :position AND state = 'waiting';

-- name: reword(position, text, buttons)!
UPDATE outbox SET text = :text, buttons = :buttons WHERE position = :position;

-- name: sent(position, message, now)!
UPDATE outbox SET state = 'sent', reason = NULL, message = :message, ended_at = :now,
    text = CASE WHEN fleeting = 1 THEN '' ELSE text END,
    buttons = CASE WHEN fleeting = 1 THEN '[]' ELSE buttons END
WHERE position = :position;

-- name: end(position, state, reason, now)!
UPDATE outbox SET state = :state, reason = :reason, ended_at = :now,
    text = CASE WHEN fleeting = 1 THEN '' ELSE text END,
    buttons = CASE WHEN fleeting = 1 THEN '[]' ELSE buttons END
WHERE position = :position;

-- name: wait(position, reason, tries, not_before)!
UPDATE outbox SET state = 'waiting', reason = :reason, tries = :tries, not_before = :not_before
WHERE position = :position;

-- name: recover()!
UPDATE outbox SET state = 'waiting', reason = 'interrupted', tries = tries + 1
WHERE state = 'sending';

-- name: overtaken(target_row, target_message, door, key, dedupe_key, now)!
UPDATE outbox SET state = 'moot', reason = 'a newer edit goes', ended_at = :now,
    text = CASE WHEN fleeting = 1 THEN '' ELSE text END,
    buttons = CASE WHEN fleeting = 1 THEN '[]' ELSE buttons END
WHERE verb = 'edit' AND state = 'waiting' AND door = :door AND key = :key
  AND dedupe_key <> :dedupe_key
  AND (target_row = :target_row OR target_message = :target_message);

-- name: stale(now)!
UPDATE outbox SET state = 'stale', reason = 'too late to be true', ended_at = :now,
    text = CASE WHEN fleeting = 1 THEN '' ELSE text END,
    buttons = CASE WHEN fleeting = 1 THEN '[]' ELSE buttons END
WHERE state = 'waiting' AND stale_after < :now;

-- name: moot_about(about, now)!
UPDATE outbox SET state = 'moot', reason = 'no longer needed', ended_at = :now,
    text = CASE WHEN fleeting = 1 THEN '' ELSE text END,
    buttons = CASE WHEN fleeting = 1 THEN '[]' ELSE buttons END
WHERE about = :about AND state = 'waiting';

-- name: moot_at(door, key, now)!
UPDATE outbox SET state = 'moot', reason = 'nobody is there', ended_at = :now,
    text = CASE WHEN fleeting = 1 THEN '' ELSE text END,
    buttons = CASE WHEN fleeting = 1 THEN '[]' ELSE buttons END
WHERE door = :door AND key = :key AND state = 'waiting';

-- name: states_about(about)
SELECT state, COUNT(*) AS number FROM outbox
WHERE about = :about AND NOT EXISTS (
    SELECT 1 FROM outbox AS mailed WHERE mailed.dedupe_key = outbox.dedupe_key || ':mail')
GROUP BY state ORDER BY state;

-- name: how_many_about(about, since)^
SELECT COUNT(*) FROM outbox
WHERE about = :about AND (state IN ('waiting', 'sending') OR ended_at > :since);

-- name: how_many_to(door, key, about, since)^
SELECT COUNT(*) FROM outbox
WHERE door = :door AND key = :key AND about = :about
  AND (state IN ('waiting', 'sending') OR ended_at > :since);

-- name: owed_about(door, key, about)^
SELECT COUNT(*) FROM outbox WHERE door = :door AND key = :key AND about = :about;

-- name: told_about(door, key, about)^
SELECT COUNT(*) FROM outbox WHERE door = :door AND key = :key AND about = :about
  AND state IN ('waiting', 'sending', 'sent');

-- name: move(door, key, new_key)!
UPDATE outbox SET key = :new_key
WHERE door = :door AND key = :key AND state IN ('waiting', 'sending');

-- name: blank_at(door, key)!
UPDATE outbox SET text = '', buttons = '[]', key = ''
WHERE door = :door AND key = :key;

-- name: blank_old(before)!
UPDATE outbox SET text = '', buttons = '[]', key = CASE WHEN door = 'mail' THEN '' ELSE key END
WHERE ended_at < :before AND (text <> '' OR (door = 'mail' AND key <> ''));

-- name: sent_to(door, key)
SELECT * FROM outbox WHERE door = :door AND key = :key AND text <> '' ORDER BY position;

-- name: shown_at(door, key, since)
SELECT * FROM outbox
WHERE door = :door AND key = :key AND state = 'sent' AND ended_at >= :since ORDER BY position;

-- name: answers_owed_at(door, key, now)^
SELECT COUNT(*) FROM outbox
WHERE door = :door AND key = :key AND priority = 0 AND state IN ('waiting', 'sending')
  AND not_before <= :now;

-- name: under_way_at(door, key)^
SELECT COUNT(*) FROM outbox WHERE door = :door AND key = :key AND state = 'sending';

-- name: holds_file(door, key, file)^
SELECT COUNT(*) FROM outbox
WHERE door = :door AND key = :key AND file = :file AND state = 'sent';

-- name: failed()
SELECT * FROM outbox WHERE state = 'failed' ORDER BY position;
