-- name: held_person(person)
SELECT id, name, language, created_at FROM person WHERE id = :person;

-- name: held_address(person)
SELECT door, key, unreachable_since FROM address WHERE person = :person ORDER BY door, key;

-- name: held_pass(person)
SELECT mail, made_at, expires_at, used_at FROM pass WHERE person = :person ORDER BY made_at, hash;

-- name: held_session(person)
SELECT session.label, session.made_at, session.seen_at, session.expires_at
FROM session JOIN address ON address.door = 'page' AND address.key = session.key
WHERE address.person = :person ORDER BY session.made_at, session.hash;

-- name: held_mail_claim(person)
SELECT mail, made_at FROM mail_claim WHERE person = :person;

-- name: held_proposal(person)
SELECT programme, made_at FROM proposal WHERE person = :person;

-- name: held_membership(person)
SELECT programme, role, team, job, duty, NULLIF(listed, 0) AS listed, joined_at
FROM membership
WHERE person = :person ORDER BY joined_at, programme, role;

-- name: held_preference(person)
SELECT hour, days, paused_until FROM preference WHERE person = :person;

-- name: held_sign_up(person)
SELECT programme, milestone, answer AS value, days, lunch, dinner, overnight, said_at FROM sign_up
WHERE person = :person ORDER BY programme, milestone;

-- name: held_presence(person)
SELECT programme, milestone, state, said_at FROM presence
WHERE person = :person ORDER BY programme, milestone;

-- name: held_notice(person)
SELECT programme, milestone, was, made_at FROM notice WHERE by = :person ORDER BY made_at, id;

-- name: held_seat(person)
SELECT seat.door, seat.key, seat.programme, seat.draft, seat.question, seat.waiting
FROM seat JOIN address ON address.door = seat.door AND address.key = seat.speaker
WHERE address.person = :person ORDER BY seat.door, seat.key;

-- name: held_draft(person)
SELECT id, programme, form, party, about, state, started_at, changed_at FROM draft
WHERE started_by = :person OR party = 'person:' || :person ORDER BY started_at, id;

-- name: held_answer(person)
SELECT answer.draft, answer.key AS question, answer.state, answer.value, answer.said_at
FROM answer JOIN draft ON draft.id = answer.draft
WHERE answer.by = :person OR draft.party = 'person:' || :person
ORDER BY answer.said_at, answer.key;

-- name: held_answer_message(person)
SELECT answer_message.message, answer_message.draft, answer_message.question
FROM answer_message
JOIN address ON address.door = answer_message.door AND address.key = answer_message.key
WHERE address.person = :person ORDER BY answer_message.message;

-- name: held_offer(person)
SELECT draft, question, value, said_at FROM offer WHERE by = :person ORDER BY said_at, id;

-- name: held_report(person)
SELECT programme, party, milestone, version, delivered_at, late, withdrawn_at FROM report
WHERE party = 'person:' || :person ORDER BY delivered_at, id;

-- name: held_report_version(person)
SELECT report.programme, report.party, report.milestone, report_version.version,
       report_version.said_at, report_version.on_behalf
FROM report_version JOIN report ON report.id = report_version.report
WHERE report_version.by = :person ORDER BY report_version.said_at;

-- name: held_report_answer(person)
SELECT report.milestone, report_answer.version, report_answer.sort, report_answer.wording,
       report_answer.shown
FROM report_answer JOIN report ON report.id = report_answer.report
WHERE report.party = 'person:' || :person
ORDER BY report.milestone, report_answer.version, report_answer.position;

-- name: held_aim(person)
SELECT programme, number, wording AS words, state, given, closed_at FROM aim
WHERE party = 'person:' || :person ORDER BY programme, number;

-- name: held_measure(person)
SELECT programme, number, wording AS words, state, note, due, responsible FROM measure
WHERE party = 'person:' || :person ORDER BY programme, number;

-- name: held_work_change(person)
SELECT COALESCE(aim.programme, measure.programme) AS programme,
       COALESCE(aim.party, measure.party) AS party,
       CASE WHEN c.aim IS NULL THEN 'measure' ELSE 'aim' END AS kind,
       COALESCE(aim.number, measure.number) AS number, c.what, c.was, c.now AS became, c.at
FROM work_change AS c
LEFT JOIN aim ON aim.id = c.aim
LEFT JOIN measure ON measure.id = c.measure
WHERE c.by = :person OR COALESCE(aim.party, measure.party) = 'person:' || :person
ORDER BY c.position;

-- name: held_plea(person)
SELECT programme, party, about, raised_at, answered_at,
       CASE WHEN by = :person THEN 1 END AS by_you,
       CASE WHEN answered_by = :person THEN 1 END AS answered_by_you
FROM plea
WHERE by = :person OR answered_by = :person OR party = 'person:' || :person
ORDER BY raised_at, id;

-- name: held_assessment(person)
SELECT programme, party, milestone, score, said_at, talked_at,
       CASE WHEN by = :person THEN 1 END AS by_you
FROM assessment
WHERE by = :person OR party = 'person:' || :person ORDER BY said_at, id;

-- name: held_attachment(person)
SELECT attachment.draft, file.name, file.mime, file.size, attachment.added_at
FROM attachment
JOIN draft ON draft.id = attachment.draft
JOIN file ON file.id = attachment.file
WHERE attachment.by = :person OR draft.party = 'person:' || :person
ORDER BY attachment.added_at, file.name;

-- name: held_reflected(person)
SELECT programme, milestone FROM reflected WHERE person = :person ORDER BY programme, milestone;

-- name: held_signed_reflection(person)
SELECT programme, milestone, team, wording, shown FROM signed_reflection
WHERE person = :person ORDER BY programme, milestone, question;

-- name: held_broadcast(person)
SELECT programme, audience, text, state, created_at, confirmed_at FROM broadcast
WHERE by = :person ORDER BY created_at, id;

-- name: held_file(person)
SELECT DISTINCT file.name, file.mime, file.size, file.added_at
FROM file JOIN broadcast ON broadcast.file = file.id
WHERE broadcast.by = :person ORDER BY file.added_at, file.name;

-- name: held_push(person)
SELECT local_date, made_at FROM push WHERE person = :person ORDER BY local_date;

-- name: held_push_part(person)
SELECT programme, kind, milestone, occasion, state, day AS of_day, snoozed_until FROM push_part
WHERE person = :person ORDER BY programme, kind, milestone, occasion;

-- name: held_deed(person)
SELECT at, programme, what, about FROM deed WHERE person = :person ORDER BY position;

-- name: held_guess(person)
SELECT guess.at FROM guess
JOIN address ON address.door = guess.door AND address.key = guess.key
WHERE address.person = :person ORDER BY guess.at;

-- name: held_inbox(person)
SELECT inbox.received_at, inbox.payload FROM inbox
JOIN address ON address.door = inbox.door AND address.key = inbox.key
WHERE address.person = :person AND inbox.payload IS NOT NULL ORDER BY inbox.position;

-- name: held_outbox(person)
SELECT outbox.verb, outbox.text, outbox.state, outbox.ended_at FROM outbox
JOIN address ON address.door = outbox.door AND address.key = outbox.key
WHERE address.person = :person AND outbox.text <> '' ORDER BY outbox.position;

-- name: drop_drafts(party)!
DELETE FROM draft WHERE party = :party;

-- name: drop_drafts_about(person)!
DELETE FROM draft WHERE replace(about, :person, '') <> about;

-- name: drop_measures(party)!
DELETE FROM measure WHERE party = :party;

-- name: drop_aims(party)!
DELETE FROM aim WHERE party = :party;

-- name: drop_pleas(party)!
DELETE FROM plea WHERE party = :party;

-- name: drop_assessments(party)!
DELETE FROM assessment WHERE party = :party;

-- name: drop_broadcasts(person)!
DELETE FROM broadcast WHERE by = :person AND state IN ('draft', 'dropped');

-- name: unname_reports(party, nobody)!
UPDATE report SET party = :nobody WHERE party = :party;

-- name: unname_deeds(person)!
UPDATE deed SET about = replace(about, :person, '')
WHERE replace(about, :person, '') <> about;

-- name: forget_proofs(person)!
UPDATE outbox SET key = '', text = '', about = '', dedupe_key = 'gone:' || position,
    state = CASE WHEN state = 'waiting' THEN 'moot' ELSE state END
WHERE about IN ('confirm:' || :person, 'taken:' || :person);

-- name: unname_tasks(person)!
UPDATE task SET arguments = '', state = 'done', reason = 'nobody is there'
WHERE replace(arguments, :person, '') <> arguments;

-- name: proposals()
SELECT person, body FROM proposal;

-- name: drop_proposal(person)!
DELETE FROM proposal WHERE person = :person;

-- name: unname_outbox(name)!
UPDATE outbox SET text = '', buttons = '[]'
WHERE state NOT IN ('waiting', 'sending') AND replace(text, :name, '') <> text;

-- name: let_pass_unkept(name)!
UPDATE outbox SET fleeting = 1
WHERE state IN ('waiting', 'sending') AND replace(text, :name, '') <> text;

-- name: files_of(person)
SELECT file FROM outbox
JOIN address ON address.door = outbox.door AND address.key = outbox.key
WHERE address.person = :person AND outbox.file IS NOT NULL
UNION
SELECT file FROM broadcast
WHERE by = :person AND state IN ('draft', 'dropped') AND file IS NOT NULL
UNION
SELECT attachment.file FROM attachment JOIN draft ON draft.id = attachment.draft
WHERE draft.party = 'person:' || :person;

-- name: drop_file(id)!
DELETE FROM file WHERE id = :id
  AND NOT EXISTS (SELECT 1 FROM attachment WHERE attachment.file = :id)
  AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.file = :id)
  AND NOT EXISTS (SELECT 1 FROM broadcast WHERE broadcast.file = :id);

-- name: files_about(about)
SELECT DISTINCT file FROM outbox WHERE about = :about AND file IS NOT NULL;

-- name: let_go_files_about(about)!
UPDATE outbox SET file = NULL WHERE about = :about;

-- name: leave_seats(door, key)!
DELETE FROM seat WHERE door = :door AND (key = :key OR speaker = :key);

-- name: close_sessions(door, key)!
DELETE FROM session WHERE :door = 'page' AND key = :key;

-- name: unpoint(door, key)!
DELETE FROM answer_message WHERE door = :door AND key = :key;

-- name: forget_guesses(door, key)!
DELETE FROM guess WHERE door = :door AND key = :key;

-- name: blank_inbox(door, key, source, update)!
UPDATE inbox SET payload = NULL, door = NULL, key = NULL
WHERE door = :door AND key = :key
  AND (state <> 'new' OR (source = :source AND update_id = :update));

-- name: blank_mentions(key)!
UPDATE inbox SET payload = NULL
WHERE state = 'settled' AND payload IS NOT NULL AND replace(payload, :key, '') <> payload;

-- name: blank_outbox(door, key, person)!
UPDATE outbox SET text = '', buttons = '[]', key = '', file = NULL, message = NULL,
    target_message = NULL, about = replace(about, :person, ''),
    dedupe_key = 'gone:' || position, stale_after = ''
WHERE door = :door AND key = :key;

-- name: parting(about)^
SELECT COUNT(*) FROM outbox WHERE about = :about AND state IN ('waiting', 'sending');

-- name: part(about)!
UPDATE outbox SET text = '', buttons = '[]', key = '', message = NULL, target_message = NULL,
    dedupe_key = 'gone:' || position
WHERE about = :about AND key <> '' AND state NOT IN ('waiting', 'sending');
