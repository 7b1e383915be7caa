-- name: start(id, programme, version, form, party, about, by, now)!
INSERT INTO draft (
    id, programme, version, form, party, about, state, started_by, started_at, changed_at
) VALUES (:id, :programme, :version, :form, :party, :about, 'open', :by, :now, :now);

-- name: find(id)^
SELECT * FROM draft WHERE id = :id;

-- name: of(programme, form, party, about)^
SELECT * FROM draft
WHERE programme = :programme AND form = :form AND party = :party AND about = :about;

-- name: open_for(party)
SELECT * FROM draft WHERE party = :party AND state = 'open' ORDER BY changed_at DESC, id;

-- name: open_about(programme, form, about)
SELECT * FROM draft
WHERE programme = :programme AND form = :form AND about = :about AND state = 'open';

-- name: open_of(form)
SELECT * FROM draft WHERE form = :form AND state = 'open' ORDER BY id;

-- name: finish(id, now)!
UPDATE draft SET state = 'finished', changed_at = :now WHERE id = :id;

-- name: reopen(id, version, now)!
UPDATE draft SET state = 'open', version = :version, changed_at = :now WHERE id = :id;

-- name: touch(id, now)!
UPDATE draft SET changed_at = :now WHERE id = :id;

-- name: drop(id)!
DELETE FROM draft WHERE id = :id;

-- name: answers(draft)
SELECT * FROM answer WHERE draft = :draft ORDER BY key;

-- name: put(draft, key, state, value, revision, by, said_at)!
INSERT INTO answer (draft, key, state, value, revision, by, said_at)
VALUES (:draft, :key, :state, :value, :revision, :by, :said_at)
ON CONFLICT (draft, key) DO UPDATE SET
    state = excluded.state, value = excluded.value, revision = excluded.revision,
    by = excluded.by, said_at = excluded.said_at;

-- name: point(door, key, message, draft, question)!
INSERT INTO answer_message (door, key, message, draft, question)
VALUES (:door, :key, :message, :draft, :question)
ON CONFLICT (door, key, message) DO UPDATE SET
    draft = excluded.draft, question = excluded.question;

-- name: pointed(door, key, message)^
SELECT draft, question FROM answer_message
WHERE door = :door AND key = :key AND message = :message;

-- name: offer(id, draft, question, value, by, said_at)!
INSERT INTO offer (id, draft, question, value, by, said_at)
VALUES (:id, :draft, :question, :value, :by, :said_at);

-- name: offered(id)^
SELECT * FROM offer WHERE id = :id;

-- name: offers_of(draft)
SELECT * FROM offer WHERE draft = :draft ORDER BY said_at, id;

-- name: withdraw(id)!
DELETE FROM offer WHERE id = :id;

-- name: seat(door, key, speaker)^
SELECT * FROM seat WHERE door = :door AND key = :key AND speaker = :speaker;

-- name: sit(door, key, speaker, programme, draft, question, revision, waiting)!
INSERT INTO seat (door, key, speaker, programme, draft, question, revision, waiting)
VALUES (:door, :key, :speaker, :programme, :draft, :question, :revision, :waiting)
ON CONFLICT (door, key, speaker) DO UPDATE SET
    programme = excluded.programme, draft = excluded.draft, question = excluded.question,
    revision = excluded.revision, waiting = excluded.waiting;

-- name: seats_at(draft)
SELECT * FROM seat WHERE draft = :draft;

-- name: leave_seats(door, key)!
DELETE FROM seat WHERE door = :door AND key = :key;

-- name: move_seats(door, key, new_key)!
UPDATE seat SET key = :new_key WHERE door = :door AND key = :key;

-- name: move_messages(door, key, new_key)!
UPDATE answer_message SET key = :new_key WHERE door = :door AND key = :key;

-- name: started_by(person)
SELECT * FROM draft WHERE started_by = :person ORDER BY started_at;
