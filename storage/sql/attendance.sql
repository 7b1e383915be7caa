-- name: sign_up(programme, milestone, person, answer, asked_for, days, lunch, dinner, overnight, said_at)!
INSERT INTO sign_up
    (programme, milestone, person, answer, asked_for, days, lunch, dinner, overnight, said_at)
VALUES (:programme, :milestone, :person, :answer, :asked_for, :days, :lunch, :dinner, :overnight,
        :said_at)
ON CONFLICT (programme, milestone, person)
DO UPDATE SET answer = excluded.answer, asked_for = excluded.asked_for, days = excluded.days,
              lunch = excluded.lunch, dinner = excluded.dinner, overnight = excluded.overnight,
              said_at = excluded.said_at;

-- name: signed_up(programme, milestone)
SELECT * FROM sign_up WHERE programme = :programme AND milestone = :milestone ORDER BY person;

-- name: sign_ups_of(person)
SELECT * FROM sign_up WHERE person = :person ORDER BY programme, milestone;

-- name: note(programme, milestone, person, state, said_at)!
INSERT INTO presence (programme, milestone, person, state, said_at)
VALUES (:programme, :milestone, :person, :state, :said_at)
ON CONFLICT (programme, milestone, person)
DO UPDATE SET state = excluded.state, said_at = excluded.said_at;

-- name: present(programme, milestone)
SELECT * FROM presence WHERE programme = :programme AND milestone = :milestone ORDER BY person;

-- name: presences_of(person)
SELECT * FROM presence WHERE person = :person ORDER BY programme, milestone;
