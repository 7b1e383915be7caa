-- name: add(id, hash, name, mime, size, source, ref, now)!
INSERT INTO file (id, hash, name, mime, size, source, ref, added_at)
VALUES (:id, :hash, :name, :mime, :size, :source, :ref, :now);

-- name: find(id)^
SELECT id, hash, name, mime, size, source, ref FROM file WHERE id = :id;

-- name: fetched(id, hash, size)!
UPDATE file SET hash = :hash, size = :size WHERE id = :id;

-- name: hashes()
SELECT DISTINCT hash FROM file WHERE hash IS NOT NULL;

-- name: let_go(before)!
UPDATE file SET hash = NULL WHERE source IS NULL AND added_at < :before;

-- name: awaited(ref)
SELECT file.ref AS said FROM file JOIN task ON task.id = 'fetch:' || file.id
WHERE file.ref = :ref AND task.state = 'waiting'
UNION ALL SELECT arguments FROM task WHERE state = 'waiting'
UNION ALL SELECT payload FROM inbox WHERE state IN ('new', 'parked') AND payload IS NOT NULL;

-- name: cached(file, source)^
SELECT ref FROM file_cache WHERE file = :file AND source = :source;

-- name: cache(file, source, ref)!
INSERT INTO file_cache (file, source, ref) VALUES (:file, :source, :ref)
ON CONFLICT (file, source) DO UPDATE SET ref = excluded.ref;

-- name: attach(draft, file, by, now)!
INSERT INTO attachment (draft, file, by, added_at) VALUES (:draft, :file, :by, :now);

-- name: attached(draft)
SELECT file.id, file.hash, file.name, file.mime, file.size, file.source, file.ref
FROM attachment JOIN file ON file.id = attachment.file
WHERE attachment.draft = :draft ORDER BY attachment.added_at, file.id;

-- name: detach(draft, file)!
DELETE FROM attachment WHERE draft = :draft AND file = :file;

-- name: draft_of(file)^
SELECT draft FROM attachment WHERE file = :file;

-- name: drop_loose()!
DELETE FROM file WHERE source IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.file = file.id)
  AND NOT EXISTS (SELECT 1 FROM broadcast WHERE broadcast.file = file.id)
  AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.file = file.id)
  AND NOT EXISTS (SELECT 1 FROM task WHERE task.id = 'fetch:' || file.id AND state = 'waiting');

-- name: empty_loose()!
UPDATE file SET hash = NULL, ref = NULL, name = '' WHERE source IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.file = file.id)
  AND NOT EXISTS (SELECT 1 FROM broadcast WHERE broadcast.file = file.id)
  AND NOT EXISTS (SELECT 1 FROM outbox
                  WHERE outbox.file = file.id AND outbox.state IN ('waiting', 'sending'))
  AND NOT EXISTS (SELECT 1 FROM task WHERE task.id = 'fetch:' || file.id AND state = 'waiting');
